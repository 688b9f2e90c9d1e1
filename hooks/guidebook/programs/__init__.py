SRC_PATH = "data/programs.yml"
HELP = "docs/en/contribute.md#programs"
