-- Codes of an account are looked for while they are open, by verification_code_one_open.
drop index verification_code_of_account;
