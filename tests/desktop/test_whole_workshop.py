"""A whole workshop by keyboard, in real windows on two screens: from an empty folder to minutes in a mail draft."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.walking import Facilitator
from tests.desktop.workshop_steps import afterwards, before, during


@pytest.mark.timeout(120)
@pytest.mark.usefixtures("two_screens")
def test_a_whole_workshop(me: Facilitator, qapp: QApplication) -> None:
    me.sit_down(qapp)
    before.begin_a_session(me)
    before.paste_the_participants(me)
    before.start(me)
    before.see_who_is_there(me)
    during.check_in(me)
    during.count_hands(me)
    during.freeze_and_black(me)
    during.take_back_and_do_again(me)
    during.collect_quotes(me)
    during.lose_power_while_typing(me, qapp)
    during.choose_three(me)
    during.look_beneath(me)
    during.weigh_principles(me)
    during.decide(me)
    during.check_out(me)
    afterwards.mend_what_is_missing(me)
    minutes = afterwards.save_the_minutes(me)
    afterwards.mail_the_minutes(me, minutes)
    afterwards.leave(me)
    assert set(me.windows.appeared) == {"Shell", "ImportDialog", "ProjectionWindow"}, "a window flickered"
