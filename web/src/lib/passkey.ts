// Passkeys, as the Web Authentication API speaks of them: JSON with bytes in base64url on our side, objects on the browser's.

type Spoken = Record<string, unknown>;

// hasPasskeys tells whether this browser can keep passkeys and say them as JSON.
export function hasPasskeys(): boolean {
  return typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function' && !!navigator.credentials;
}

// makePasskey has the device make one; null where the person gave up.
export async function makePasskey(options: Spoken): Promise<Spoken | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options.publicKey as PublicKeyCredentialCreationOptionsJSON,
  );
  return said(() => navigator.credentials.create({ publicKey }));
}

// showPasskey has the device show one; null where the person gave up.
export async function showPasskey(options: Spoken): Promise<Spoken | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options.publicKey as PublicKeyCredentialRequestOptionsJSON,
  );
  return said(() => navigator.credentials.get({ publicKey }));
}

async function said(ask: () => Promise<Credential | null>): Promise<Spoken | null> {
  try {
    const answer = (await ask()) as PublicKeyCredential | null;
    return answer && (answer.toJSON() as unknown as Spoken);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null; // closed, or too slow
    throw error;
  }
}
