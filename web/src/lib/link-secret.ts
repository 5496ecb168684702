// A link that lets somebody in carries its secret behind the #, which no server is told. The page takes it out of the
// address, where it would stay in the history, and keeps it for this tab until it is used.

type Kind = 'invitation' | 'reset' | 'client';

export function takeSecret(kind: Kind): string {
  const kept = `parution.${kind}`;
  const secret = window.location.hash.slice(1);
  if (secret) {
    sessionStorage.setItem(kept, secret);
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }
  return secret || (sessionStorage.getItem(kept) ?? '');
}

export function dropSecret(kind: Kind) {
  sessionStorage.removeItem(`parution.${kind}`);
}
