-- What of a round stays out of the minutes, the words of the mail, and when the minutes were sent and to whom.

ALTER TABLE workshop ADD COLUMN mail_text VARCHAR(4000) NOT NULL DEFAULT '';

ALTER TABLE workshop ADD COLUMN sent_on DATE;

ALTER TABLE organisation ADD COLUMN sent_on DATE;

ALTER TABLE round ADD COLUMN left_out VARCHAR(200) NOT NULL DEFAULT '';
