picked as (
    select e.* exclude (fields),
        coalesce(e.since, e.first_report) as day,
        coalesce(e.cameo, l.cameo) as code, l.score, l.quad as plover_quad, l.plover as plover_mode
    from events e semi join $chosen c on e.id = c.id
    left join plover_codes l on e.type = l.type and e.mode is not distinct from l.mode
), seated as (
    select id as event, 'actor' as side, unnest(actors) as key, generate_subscripts(actors, 1) as seat from picked
    union all
    select id, 'recipient', unnest(recipients), generate_subscripts(recipients, 1) from picked
), party as (
    select s.event, s.side, s.key, s.seat, coalesce(p.name, s.key) as name, coalesce(p.kind, '') as kind, p.country,
        coalesce(p.sector, 'UNK') as sector, p.wikidata, r.role
    from seated s left join people p on s.key = p.id left join roles r on s.key = r.id
), pairs as (
    -- who to whom: where the order means nothing, every ordered pair, as CAMEO's coders write it
    select p.id as event, a.key as one, b.key as two, a.name as one_name, b.name as two_name, a.country as one_country,
        b.country as two_country, a.kind as one_kind, b.kind as two_kind, a.sector as one_sector, b.sector as two_sector,
        row_number() over (partition by p.id order by a.seat, b.seat) as pair
    from picked p
    left join party a on a.event = p.id and a.side = 'actor'
    left join party b on b.event = p.id and b.key is distinct from a.key
        and ((p.symmetric and b.side = 'actor') or b.side = 'recipient')
), tellings as (
    select p.id as event, m.id as mention, m.report, m.trigger_start, m.arguments, m.evidence, m.actors as mention_actors,
        json_extract_string(m."where", '$.precision') as precision, json_extract_string(m."where", '$.span.text') as raw_place,
        json_extract(m.evidence, '$[0].start')::bigint as sentence_start, r.publisher, r.day as published, r.url, r.title,
        r.language, coalesce(r.source_id, r.id) as label, length(r.text) as letters,
        row_number() over (partition by p.id order by r.day nulls last, m.id) as nth
    from (select id, unnest(mentions) as mention from picked) p
    join mentions m on p.mention = m.id join reports r on m.report = r.id
), first_told as (
    select * from tellings where nth = 1
)
