/** The few colours of the program; contrast on white is at least 4.5 : 1 for everything that is read. */
export const colours = {
  paper: '#ffffff',
  ground: '#f6f6f4',
  ink: '#26292c',
  inkSoft: '#5a6066',
  line: '#dfe1e0',
  /** Decisions, warnings, destruction: nothing else. */
  vermilion: '#b3261e',
  /** Links and selection. */
  teal: '#0b5a63',
  tealTint: '#e3f0f1',
  warnTint: '#fdf3f1',
  sample: '#fff3c4',
} as const;
