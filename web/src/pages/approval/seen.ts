// Which revision of a post this reader has looked at last, in this browser: what to lay the next one beside.
const name = 'parution.seen';
const most = 500;

function read(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}');
  } catch {
    return {};
  }
}

export function lastSeen(post: string): number | undefined {
  return read()[post];
}

export function sawNow(post: string, revision: number) {
  const { [post]: _, ...others } = read();
  const kept = Object.entries(others).slice(1 - most);
  localStorage.setItem(name, JSON.stringify({ ...Object.fromEntries(kept), [post]: revision }));
}
