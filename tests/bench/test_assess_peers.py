"""The peers that speed is measured against do the same work: three ways, one answer."""

from bench import assess, assess_data, assess_peers


def test_figures_by_hand_in_sql_and_in_pandas_are_the_same(tmp_path):
    assess_data.snapshot(tmp_path / "snapshot", 5_000)
    figures = assess._figures(tmp_path / "snapshot")
    assert len(figures) == 60 * (13 + 6)
    assert assess_peers.by_sql(tmp_path / "snapshot") == figures
    assert assess_peers.by_pandas(tmp_path / "snapshot") == figures
