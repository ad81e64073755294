"""The whole product on real servers."""
