"""The workflows: their files against what the hosts and linters say of them, their shell run as it stands."""
