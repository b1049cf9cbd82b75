alter table account
    add column sign_in_tries    integer not null default 0,
    add column sign_in_tried_at timestamptz,
    add constraint account_sign_in_tries_counted check (sign_in_tries >= 0),
    add constraint account_sign_in_tries_with_time check (sign_in_tries = 0 or sign_in_tried_at is not null);
