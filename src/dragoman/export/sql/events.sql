with $common, named as (
    select event, side, string_agg(name, '; ' order by seat) as names, string_agg(coalesce(country, ''), '; ' order by seat) as states,
        string_agg(sector, '; ' order by seat) as sectors
    from party group by event, side
)
select p.id as event_id, p.date, p.since as date_first, p.until as date_last, p.type, p.mode, p.cameo,
    p.plover_quad as quad, p.score as intensity, k.goldstein, a.names as actors, list_aggregate(p.actors, 'string_agg', '; ') as actor_ids,
    a.states as actor_countries, a.sectors as actor_sectors, b.names as recipients,
    list_aggregate(p.recipients, 'string_agg', '; ') as recipient_ids, b.states as recipient_countries,
    b.sectors as recipient_sectors, p.symmetric, p.place, p.country, p.lat, p.lon, p.status, p.salience,
    list_aggregate(p.topics, 'string_agg', '; ') as topics,
    nullif(list_aggregate(p.contexts, 'string_agg', '; '), '') as contexts, len(p.mentions) as n_mentions, len(p.articles) as n_reports,
    p.independent as n_outlets, list_aggregate(p.publishers, 'string_agg', '; ') as publishers, p.first_report, p.last_report,
    p.confidence, json_extract_string(t.evidence, '$[0].text') as sentence, t.url
from picked p left join named a on a.event = p.id and a.side = 'actor'
left join named b on b.event = p.id and b.side = 'recipient'
left join first_told t on t.event = p.id left join cameo_codes k on p.cameo = k.code
order by p.since nulls last, p.until, p.id
