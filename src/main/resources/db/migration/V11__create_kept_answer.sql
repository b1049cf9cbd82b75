create table kept_answer (
    request_name text        not null,
    body_name    text        not null,
    status       integer     not null,
    headers      jsonb       not null,
    answer       text        not null,
    expires_at   timestamptz not null,
    constraint kept_answer_pk primary key (request_name)
);

create index kept_answer_over on kept_answer (expires_at);
