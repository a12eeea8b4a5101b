/** Class names that hold, with spaces between. */
export const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ');
