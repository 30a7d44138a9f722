package org.panelhub.access.model;

/** What the model's database has besides the hub: how a member does something under the rule, within a history that is one transaction, and how rows are known whose ids the hub draws by lot. */
final class Doing {

    private Doing() {
    }

    static final String SQL = """
            create schema model;
            create table model.drawn (real uuid primary key, known uuid not null unique);
            create function model.key(p uuid) returns uuid language sql stable security definer as 'select coalesce((select d.known from model.drawn d where d.real = p), p)';
            create function model.real(p uuid) returns uuid language sql stable security definer as 'select coalesce((select d.real from model.drawn d where d.known = p), p)';
            create function model.reference(p uuid) returns text language sql stable security definer as 'select t.reference from hub.trigger t where t.id = model.real(p)';

            -- The hub lets one viewer into a transaction: what it has set for that one is taken away again, whatever it is.
            create function model.nobody() returns void language plpgsql as $$
            begin
              perform set_config('role', 'none', true);
              perform set_config(s.name[1], '', true) from (select regexp_matches(pg_get_functiondef('access.enter(text, text)'::regprocedure), '''(hub[.][a-z_]+)''', 'g') as name) s;
            end $$;
            create function model.served(service text, deeds text[]) returns void language plpgsql as $$
            declare deed text;
            begin
              perform set_config('role', 'hub_app', true), access.enter_service(service);
              foreach deed in array deeds loop execute deed; end loop;
              perform model.nobody();
            end $$;
            -- What came of it; what should not have been possible is undone, so that the world stays as the model has it.
            create function model.tried(who text, may boolean, deeds text[]) returns text language plpgsql as $$
            declare
              deed text;
              reached int;
              came text := 'done';
            begin
              begin
                perform access.enter('model', who), set_config('role', 'hub_app', true);
                foreach deed in array deeds loop
                  execute deed;
                  get diagnostics reached = row_count;
                  if reached = 0 then came := 'refused'; end if;
                end loop;
                perform model.nobody();
                if not may or came <> 'done' then raise exception using errcode = 'MODEL'; end if;
              exception
                when insufficient_privilege then came := 'refused';
                when sqlstate 'MODEL' then null;
              end;
              return came;
            end $$;
            grant usage on schema model to hub_app;
            grant execute on function model.key(uuid), model.real(uuid), model.reference(uuid) to hub_app;
            """;
}
