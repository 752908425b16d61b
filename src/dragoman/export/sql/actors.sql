with $common
select p.id as actor_id, p.name, p.kind, p.country, p.sector, p.wikidata, p.reports as n_reports, count(distinct y.event) as n_events
from party y join people p on y.key = p.id group by all order by actor_id
