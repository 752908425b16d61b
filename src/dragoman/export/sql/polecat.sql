with $common, raw as (
    select t.event, a.actor as key, first(a.span.text) as words
    from (
        select event, unnest(from_json(arguments, '[{"role":"VARCHAR","actor":"VARCHAR","span":{"text":"VARCHAR"}}]')) as a
        from first_told
    ) t where a.actor is not null group by all
), sides as (
    select y.event, y.side,
        string_agg(y.name, '; ' order by y.seat) as name,
        string_agg(coalesce(y.country, 'None'), '; ' order by y.seat) as country,
        string_agg(coalesce(s.cow, 'None'), '; ' order by y.seat) as cow,
        first(case y.sector when 'MED' then 'JRN' else y.sector end order by y.seat) as primary_sector,
        string_agg(case y.sector when 'MED' then 'JRN' else y.sector end, '; ' order by y.seat) as sectors,
        string_agg(coalesce(y.role, 'None'), '; ' order by y.seat) as title,
        string_agg(coalesce(w.words, y.name), '; ' order by y.seat) as words
    from party y left join states s on y.country = s.iso3 left join raw w on w.event = y.event and w.key = y.key
    group by y.event, y.side
), story as (
    select t.event, string_agg(distinct a.name, '; ' order by a.name) filter (a.kind = 'person') as people,
        string_agg(distinct a.name, '; ' order by a.name) filter (a.kind not in ('person', 'country')) as organizations
    from first_told t join actors a on a.report = t.report group by t.event
), spots as (
    select t.event, string_agg(distinct w.name, '; ' order by w.name) as locations
    from first_told t join places w on w.report = t.report group by t.event
)
select
    p.id as "Event ID",
    p.day as "Event Date",
    p.type as "Event Type",
    coalesce(p.plover_mode, 'None') as "Event Mode",
    coalesce(p.score::text, 'None') as "Intensity",
    coalesce(['VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'][p.plover_quad], 'None') as "Quad Code",
    coalesce(nullif(list_aggregate(p.contexts, 'string_agg', '; '), ''), 'None') as "Contexts",
    coalesce(a.name, 'None') as "Actor Name",
    coalesce(a.country, 'None') as "Actor Country",
    coalesce(a.cow, 'None') as "Actor COW",
    coalesce(a.primary_sector, 'None') as "Primary Actor Sector",
    coalesce(a.sectors, 'None') as "Actor Sectors",
    coalesce(a.title, 'None') as "Actor Title",
    coalesce(a.words, 'None') as "Actor Name Raw",
    'None' as "Wikipedia Actor ID",
    coalesce(b.name, 'None') as "Recipient Name",
    coalesce(b.country, 'None') as "Recipient Country",
    coalesce(b.cow, 'None') as "Recipient COW",
    coalesce(b.primary_sector, 'None') as "Primary Recipient Sector",
    coalesce(b.sectors, 'None') as "Recipient Sectors",
    coalesce(b.title, 'None') as "Recipient Title",
    coalesce(b.words, 'None') as "Recipient Name Raw",
    'None' as "Wikipedia Recipient ID",
    coalesce(p.place, 'None') as "Placename",
    coalesce(if(t.precision in ('city', 'point'), p.place, null), 'None') as "City",
    'None' as "District",
    coalesce(if(t.precision = 'province', p.place, null), 'None') as "Province",
    coalesce(p.country, 'None') as "Country",
    coalesce(p.lat::text, 'None') as "Latitude",
    coalesce(p.lon::text, 'None') as "Longitude",
    'None' as "GeoNames ID",
    coalesce(t.raw_place, 'None') as "Raw Placename",
    coalesce(t.precision, 'None') as "Feature Type",
    coalesce(t.publisher, 'None') as "Source",
    coalesce(t.published, 'None') as "Publication Date",
    coalesce(y.people, 'None') as "Story People",
    coalesce(y.organizations, 'None') as "Story Organizations",
    coalesce(w.locations, 'None') as "Story Locations",
    coalesce(t.language, 'None') as "Language",
    '$version' as "Version"
from picked p left join first_told t on t.event = p.id
left join sides a on a.event = p.id and a.side = 'actor' left join sides b on b.event = p.id and b.side = 'recipient'
left join story y on y.event = p.id left join spots w on w.event = p.id
order by "Event Date", p.id
