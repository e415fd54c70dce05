export const USAGE = `loadlight: what a line that loads a model would run, where the bytes come from, and the fix

  loadlight scan [PATH…]   report what is found in .py and .ipynb files (default: this folder)
  loadlight fix [PATH…]    apply the safe fixes
  loadlight share NOTEBOOK…  say whether notebooks are ready to be handed on

scan
  --format text|json|sarif   how to report (default: text)
  --output FILE              write the report to FILE
  --fail-on LEVEL            exit with 1 from this level on: error, warning, information, never
                             (default: warning)
  --strict                   exit with 2 when a file in a folder cannot be read
  --baseline FILE            leave out the findings that FILE lists
  --update-baseline          write the findings of now to it, and report none
  --diff REV                 only what is new since the git revision REV (REV... since the branch left it)
  --jobs N                   use N threads (default: by files and processors, at most 4)
  --notes                    list notes (better practice) too; text counts them only
fix
  --review                   apply fixes that may change behaviour too: read the changes
  --diff                     show what would change and write nothing
share
  --clean OUT                write a copy without what was found to OUT, a file or folder
  --in-place                 take it out of the notebook itself
  --keep LIST                leave interactive outputs as they are: all, or of plotly, bokeh, altair, widgets
  --format text|json|html    how to report (default: text); --output FILE writes it to FILE
scan and share
  --force-exclude            leave out what the configuration excludes, also where it is named
all
  --no-ignore                look into what .gitignore leaves out, too
  --help, --version

Cells are counted from 1 over all cells, as they stand in the notebook.
Exit codes: 0 clean or done, 1 findings (share: not ready), 2 wrong usage or unreadable PATH, 3 nothing to scan.
Nothing of yours is run or imported, and nothing is sent anywhere.
`;
