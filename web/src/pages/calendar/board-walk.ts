// walk is the card that a key leads to from another, in columns of cards as they are drawn: up and down in one, across to the
// same height of the next that has any.
export function walk(columns: string[][], from: string, key: string): string | undefined {
  const at = columns.findIndex((column) => column.includes(from));
  const here = columns[at];
  if (!here) return undefined;
  const height = here.indexOf(from);
  const across = (others: string[][]) => {
    const next = others.find((column) => column.length > 0);
    return next?.[Math.min(height, next.length - 1)];
  };
  switch (key) {
    case 'ArrowUp':
      return here[height - 1];
    case 'ArrowDown':
      return here[height + 1];
    case 'ArrowLeft':
      return across(columns.slice(0, at).reverse());
    case 'ArrowRight':
      return across(columns.slice(at + 1));
    case 'Home':
      return here[0];
    case 'End':
      return here.at(-1);
    default:
      return undefined;
  }
}
