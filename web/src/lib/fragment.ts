// fragment is the secret that a link carries behind its #, where no server and no log sees it.
export function fragment(): string {
  return window.location.hash.slice(1);
}
