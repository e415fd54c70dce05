"""`python -m loadlight` is the `loadlight` command."""

import sys

from loadlight.command import main

sys.exit(main())
