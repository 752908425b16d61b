with $common, cast_of as (
    select event, list({'side': side, 'key': key, 'name': name, 'country': country, 'sector': sector, 'wikidata': wikidata,
        'role': role} order by side, seat) as parties
    from party group by event
)
select p.*, c.parties, n.name as land, t.precision, t.raw_place, t.url, t.title, t.language, t.publisher, t.label,
    json_extract_string(t.evidence, '$[0].text') as sentence
from picked p left join cast_of c on c.event = p.id left join first_told t on t.event = p.id
left join states n on p.country = n.iso3
order by p.since nulls last, p.until, p.id
