-- What people said comes first: of a file that is cut, the beginning can be read. Indexes come last, as they do when
-- SQLite rebuilds a file: then all files have their tables in the same places.

CREATE TABLE workshop (
    id VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    subtitle VARCHAR(200) NOT NULL,
    region VARCHAR(200) NOT NULL,
    day DATE NOT NULL,
    start TIME NOT NULL,
    booked_minutes INTEGER NOT NULL,
    slack_minutes INTEGER NOT NULL,
    place VARCHAR(200) NOT NULL,
    responsible VARCHAR(200) NOT NULL,
    chair VARCHAR(200) NOT NULL,
    note_taker VARCHAR(200) NOT NULL,
    contact VARCHAR(200) NOT NULL,
    rule VARCHAR(200) NOT NULL,
    keep_until DATE NOT NULL,
    state VARCHAR(200) NOT NULL,
    template_id VARCHAR(200) NOT NULL,
    template_version INTEGER NOT NULL,
    template_title VARCHAR(200) NOT NULL,
    source VARCHAR(4000) NOT NULL,
    summary VARCHAR(20000) NOT NULL,
    minutes_status VARCHAR(200) NOT NULL,
    minutes_version INTEGER NOT NULL,
    reactions_before DATE,
    adopted_on DATE,
    evaluation VARCHAR(200) NOT NULL,
    primary_colour VARCHAR(200) NOT NULL,
    accent_colour VARCHAR(200) NOT NULL,
    started_at DATETIME,
    ended_at DATETIME,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE round (
    id VARCHAR(32) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    kind VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    question VARCHAR(4000) NOT NULL,
    closing_question VARCHAR(4000) NOT NULL,
    intro VARCHAR(4000) NOT NULL,
    notes VARCHAR(20000) NOT NULL,
    minutes INTEGER NOT NULL,
    enabled BOOLEAN NOT NULL,
    skipped BOOLEAN NOT NULL,
    grain VARCHAR(200) NOT NULL,
    level VARCHAR(200) NOT NULL,
    loosened BOOLEAN NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE organisation (
    id VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE participant (
    id VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    role VARCHAR(200) NOT NULL,
    email VARCHAR(200) NOT NULL,
    organisation_id VARCHAR(32),
    presence VARCHAR(200) NOT NULL,
    arrived_at DATETIME,
    left_at DATETIME,
    walk_in BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE prompt (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    role VARCHAR(200) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    detail VARCHAR(4000) NOT NULL,
    set_title VARCHAR(200) NOT NULL,
    origin VARCHAR(200) NOT NULL,
    mode VARCHAR(200),
    in_minutes BOOLEAN,
    included BOOLEAN NOT NULL,
    chosen BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE contribution (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32) NOT NULL,
    prompt_id VARCHAR(32),
    strand VARCHAR(200) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    organisation_id VARCHAR(32),
    participant_id VARCHAR(32),
    theme VARCHAR(200) NOT NULL,
    mode VARCHAR(200),
    in_minutes BOOLEAN,
    seq INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY(prompt_id) REFERENCES prompt (id) ON DELETE CASCADE,
    FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL,
    FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE response (
    id VARCHAR(32) NOT NULL,
    prompt_id VARCHAR(32) NOT NULL,
    criterion VARCHAR(200) NOT NULL,
    voice VARCHAR(200) NOT NULL,
    option VARCHAR(200) NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (prompt_id, criterion, voice, option),
    FOREIGN KEY(prompt_id) REFERENCES prompt (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE decision (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32),
    position INTEGER NOT NULL,
    text VARCHAR(4000) NOT NULL,
    support VARCHAR(4000) NOT NULL,
    reservation VARCHAR(4000) NOT NULL,
    ratified_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE action (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32),
    prompt_id VARCHAR(32),
    position INTEGER NOT NULL,
    text VARCHAR(4000) NOT NULL,
    owner VARCHAR(200) NOT NULL,
    participant_id VARCHAR(32),
    organisation_id VARCHAR(32),
    due DATE,
    due_text VARCHAR(200) NOT NULL,
    done BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE SET NULL,
    FOREIGN KEY(prompt_id) REFERENCES prompt (id) ON DELETE SET NULL,
    FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE SET NULL,
    FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE parked_item (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32),
    position INTEGER NOT NULL,
    text VARCHAR(4000) NOT NULL,
    state VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE draft (
    round_id VARCHAR(32) NOT NULL,
    prompt_id VARCHAR(32) NOT NULL,
    strand VARCHAR(200) NOT NULL,
    text VARCHAR(20000) NOT NULL,
    PRIMARY KEY (round_id, prompt_id, strand)
) WITHOUT ROWID;

CREATE TABLE stage (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(200) NOT NULL,
    step VARCHAR(200) NOT NULL,
    prompt_id VARCHAR(200) NOT NULL,
    page INTEGER NOT NULL,
    black BOOLEAN NOT NULL,
    frozen BOOLEAN NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE reveal (
    round_id VARCHAR(32) NOT NULL,
    step VARCHAR(200) NOT NULL,
    prompt_id VARCHAR(32) NOT NULL,
    PRIMARY KEY (round_id, step, prompt_id)
) WITHOUT ROWID;

CREATE TABLE round_time (
    round_id VARCHAR(32) NOT NULL,
    started_at DATETIME,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (round_id)
) WITHOUT ROWID;

CREATE TABLE digest (
    table_name VARCHAR(200) NOT NULL,
    row_id VARCHAR(200) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    PRIMARY KEY (table_name, row_id)
) WITHOUT ROWID;

CREATE TABLE journal (
    number INTEGER NOT NULL,
    label VARCHAR(200) NOT NULL,
    undone BOOLEAN NOT NULL,
    anonymous BOOLEAN NOT NULL,
    changes VARCHAR NOT NULL,
    PRIMARY KEY (number)
);

CREATE INDEX ix_prompt_round_id ON prompt (round_id);

CREATE INDEX ix_contribution_round_id ON contribution (round_id);

CREATE INDEX ix_contribution_seq ON contribution (seq);
