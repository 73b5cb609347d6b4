"""What kind of place a file is in, on each platform."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from workshop_app.storage.whereabouts import Kind, Whereabouts, mounts_in, on_unix, on_windows

FIXED, REMOVABLE, REMOTE = 3, 2, 4
MOUNTS = mounts_in(
    "/dev/sda1 / ext4 rw 0 0\n"
    "server:/homes /home/noor nfs4 rw 0 0\n"
    "//server/beleid /mnt/Beleid\\040en\\040zo cifs rw 0 0\n"
    "noor@host: /mnt/ssh fuse.sshfs rw 0 0\n"
    "gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0\n"
    "share /mnt/9p 9p rw 0 0\n"
    "/dev/sdb1 /media/noor/STICK vfat rw 0 0\n"
    "tmpfs /run/user/1000 tmpfs rw 0 0\n"
    "broken\n"
)
HOME = PurePosixPath("/Users/noor")


@pytest.mark.parametrize(
    ("path", "drive", "kind", "service"),
    [
        (r"C:\Users\noor\AppData\Local\samenspraak\a.samenspraak", FIXED, Kind.LOCAL, ""),
        (r"\\server\beleid\a.samenspraak", 0, Kind.NETWORK, ""),
        (r"\\?\UNC\server\beleid\a.samenspraak", 0, Kind.NETWORK, ""),
        (r"H:\a.samenspraak", REMOTE, Kind.NETWORK, ""),
        (r"E:\a.samenspraak", REMOVABLE, Kind.REMOVABLE, ""),
        (r"C:\Users\noor\OneDrive - Gemeente Lindevoort\a.samenspraak", FIXED, Kind.SYNCED, "OneDrive"),
        (r"D:\Wolk\stukken\a.samenspraak", FIXED, Kind.SYNCED, "OneDrive"),
        (r"D:\Wolkje\a.samenspraak", FIXED, Kind.LOCAL, ""),
        (r"C:\Users\noor\Dropbox (werk)\a.samenspraak", FIXED, Kind.SYNCED, "Dropbox"),
        (r"G:\Mijn Drive\a.samenspraak", FIXED, Kind.SYNCED, "Google Drive"),
        (r"C:\Users\noor\Nextcloud\a.samenspraak", FIXED, Kind.SYNCED, "Nextcloud"),
        (r"C:\Users\noor\iCloudDrive\a.samenspraak", FIXED, Kind.SYNCED, "iCloud"),
        (r"C:\Stacks\a.samenspraak", FIXED, Kind.LOCAL, ""),
        (r"C:\Users\noor\OneDrive.samenspraak", FIXED, Kind.LOCAL, ""),
    ],
)
def test_windows(path: str, drive: int, kind: Kind, service: str) -> None:
    environment = {"OneDriveCommercial": r"D:\Wolk", "OneDrive": "", "PATH": r"C:\Stacks"}
    assert on_windows(PureWindowsPath(path), environment, drive) == Whereabouts(kind, service)


@pytest.mark.parametrize(
    ("path", "kind", "service"),
    [
        ("/Users/noor/Library/Application Support/samenspraak/a.samenspraak", Kind.LOCAL, ""),
        ("/Users/noor/Library/Mobile Documents/com~apple~CloudDocs/a.samenspraak", Kind.SYNCED, "iCloud"),
        ("/Users/noor/Library/CloudStorage/OneDrive-Lindevoort/a.samenspraak", Kind.SYNCED, "OneDrive"),
        ("/Users/noor/Library/CloudStorage/GoogleDrive-noor@example.org/a.samenspraak", Kind.SYNCED, "Google Drive"),
        ("/Users/noor/Library/CloudStorage/Iets/a.samenspraak", Kind.SYNCED, "CloudStorage"),
        ("/Volumes/STICK/a.samenspraak", Kind.REMOVABLE, ""),
    ],
)
def test_a_mac(path: str, kind: Kind, service: str) -> None:
    assert on_unix(PurePosixPath(path), HOME, ()) == Whereabouts(kind, service)


@pytest.mark.parametrize(
    ("path", "kind", "service"),
    [
        ("/srv/a.samenspraak", Kind.LOCAL, ""),
        ("/home/noor/.local/share/samenspraak/a.samenspraak", Kind.NETWORK, ""),
        ("/mnt/Beleid en zo/a.samenspraak", Kind.NETWORK, ""),
        ("/mnt/ssh/a.samenspraak", Kind.NETWORK, ""),
        ("/mnt/9p/diep/a.samenspraak", Kind.NETWORK, ""),
        ("/run/user/1000/gvfs/smb-share:server=x/a.samenspraak", Kind.NETWORK, ""),
        ("/media/noor/STICK/a.samenspraak", Kind.REMOVABLE, ""),
        ("/srv/Nextcloud/a.samenspraak", Kind.SYNCED, "Nextcloud"),
    ],
)
def test_linux(path: str, kind: Kind, service: str) -> None:
    assert on_unix(PurePosixPath(path), PurePosixPath("/srv/thuis"), MOUNTS) == Whereabouts(kind, service)
