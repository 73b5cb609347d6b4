-- Small groups, pictures, scores of an earlier session, and what a round can be set to. The indexes are made again, so
-- that they stay behind the tables.

DROP INDEX ix_prompt_round_id;

DROP INDEX ix_contribution_round_id;

DROP INDEX ix_contribution_seq;

ALTER TABLE workshop ADD COLUMN footer VARCHAR(200) NOT NULL DEFAULT '';

ALTER TABLE workshop ADD COLUMN previous_title VARCHAR(200) NOT NULL DEFAULT '';

ALTER TABLE workshop ADD COLUMN previous_day DATE;

ALTER TABLE participant ADD COLUMN replaces_id VARCHAR(32) REFERENCES participant (id) ON DELETE SET NULL;

ALTER TABLE round ADD COLUMN variant VARCHAR(200) NOT NULL DEFAULT '';

ALTER TABLE round ADD COLUMN heads BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE round ADD COLUMN labels BOOLEAN NOT NULL DEFAULT 1;

ALTER TABLE round ADD COLUMN live BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE round ADD COLUMN steps_off VARCHAR(200) NOT NULL DEFAULT '';

ALTER TABLE round ADD COLUMN extra INTEGER NOT NULL DEFAULT 0;

ALTER TABLE round_time ADD COLUMN task_at DATETIME;

CREATE TABLE small_group (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    prompt_id VARCHAR(32),
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY(prompt_id) REFERENCES prompt (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE seat (
    id VARCHAR(32) NOT NULL,
    group_id VARCHAR(32) NOT NULL,
    participant_id VARCHAR(32) NOT NULL,
    locked BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(group_id) REFERENCES small_group (id) ON DELETE CASCADE,
    FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
) WITHOUT ROWID;

ALTER TABLE contribution ADD COLUMN group_id VARCHAR(32) REFERENCES small_group (id) ON DELETE SET NULL;

ALTER TABLE contribution ADD COLUMN mentions INTEGER NOT NULL DEFAULT 1;

ALTER TABLE decision ADD COLUMN prompt_id VARCHAR(32) REFERENCES prompt (id) ON DELETE SET NULL;

CREATE TABLE picture (
    id VARCHAR(32) NOT NULL,
    round_id VARCHAR(32),
    position INTEGER NOT NULL,
    purpose VARCHAR(200) NOT NULL,
    description VARCHAR(4000) NOT NULL,
    media_type VARCHAR(200) NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data VARCHAR(8000000) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE earlier_score (
    id VARCHAR(32) NOT NULL,
    prompt_key VARCHAR(200) NOT NULL,
    option VARCHAR(200) NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE INDEX ix_prompt_round_id ON prompt (round_id);

CREATE INDEX ix_contribution_round_id ON contribution (round_id);

CREATE INDEX ix_contribution_seq ON contribution (seq);
