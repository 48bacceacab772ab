"""Random networks of a few people."""

from hypothesis import strategies as st

from cypher.words import RelationshipKind
from service.network.graph import Cover, Network, Tie

PEOPLE = "abcdef"
OURS = ("us 1", "us 2", "us 3")
strength = st.none() | st.integers(1, 5)
pair = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda ends: ends[0] != ends[1])
ties = st.dictionaries(st.tuples(st.sampled_from(RelationshipKind), pair), strength, max_size=14)
covers = st.dictionaries(st.tuples(st.sampled_from(OURS), st.sampled_from(PEOPLE)), st.integers(1, 5), max_size=4)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    tied = [Tie(kind, *ends, value) for (kind, ends), value in draw(ties).items()]
    return Network.of(PEOPLE, tied, [Cover(*ends, level) for ends, level in draw(covers).items()])
