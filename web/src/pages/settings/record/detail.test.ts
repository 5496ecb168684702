import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import english from '../../../i18n/en';
import french from '../../../i18n/fr';
import { saidOf, type Tell } from './detail';

const names: Record<string, string> = {
  mem_ines: 'Inès Moreau',
  mem_karim: 'Karim Haddad',
  chan_1: 'Le journal',
  chan_2: 'Lumen notes',
  camp_1: 'Noël',
  manager: 'Responsable',
  editor: 'Rédaction',
};

function teller(language: 'fr' | 'en'): Tell {
  const t = i18next.getFixedT(language);
  return {
    say: (key, values) => String(t(`record:detail.${key}` as 'save', values)),
    word: (key) => (i18next.exists(key, { lng: language }) ? String(t(key as 'save')) : undefined),
    name: (id) => names[id] ?? id,
    list: (items) => new Intl.ListFormat(language).format(items),
    time: (instant) => instant.slice(0, 16),
    calendar: 'cal_1',
  };
}

beforeAll(async () => {
  await i18next.init({ lng: 'fr', resources: { fr: french, en: english }, interpolation: { escapeValue: false } });
});

const said = (action: string, detail: string, why?: string) =>
  saidOf({ action, detail, why }, teller('fr')).join(' · ').replaceAll('\u202f', '_');

// Details as the code writes them: editorial/ and store/ say so beside each action.
describe('what the record says beside an action is said in French', () => {
  test.each([
    ['post.created', '', ''],
    [
      'post.submitted',
      'for mem_ines mem_karim; by 2026-12-01T08:00:00Z',
      'à valider par Inès Moreau et Karim Haddad · avant le 2026-12-01T08:00',
    ],
    ['post.submitted', 'for nobody', 'à valider par personne'],
    ['post.approved', 'step Relecture; in place of mem_karim', 'étape «_Relecture_» · supplée Karim Haddad'],
    ['post.approved', 'by link, code by mail', 'par son lien, avec un code reçu par e-mail'],
    ['post.approved', 'on chan_1 chan_2', 'sur Le journal et Lumen notes'],
    [
      'post.signed_off',
      'step Client; on behalf of Cléo Petit, phone: elle est en voyage; demain; for mem_ines',
      'étape «_Client_» · pour Cléo Petit (téléphone) · «_elle est en voyage; demain_» · à valider par Inès Moreau',
    ],
    ['post.signed_off', 'step Relecture; for mem_ines', 'étape «_Relecture_» · à valider par Inès Moreau'],
    ['post.changes_requested', 'spelling legal', 'Orthographe et Juridique'],
    ['post.changes_requested', 'tone by link, name declared', 'Ton · par son lien, sous le nom indiqué'],
    ['post.changes_requested', '', ''],
    ['post.revised', 'restored 4', 'reprise de la version 4'],
    [
      'post.touched_up',
      'approved 3, now 4; chan_1 2/15; under the loosened margin of camp_1',
      'version 3 validée, version 4 à présent · Le journal_: 2 des 15 caractères permis · selon la marge élargie de la campagne Noël',
    ],
    ['post.instant_moved', '2026-10-25T08:00:00Z → 2026-10-25T09:00:00Z', '2026-10-25T08:00 → 2026-10-25T09:00'],
    [
      'post.instant_moved',
      'chan_1 2026-10-25T08:00:00Z → 2026-10-25T09:00:00Z, chan_2 2026-10-26T08:00:00Z → 2026-10-26T09:00:00Z',
      'Le journal_: 2026-10-25T08:00 → 2026-10-25T09:00 · Lumen notes_: 2026-10-26T08:00 → 2026-10-26T09:00',
    ],
    ['post.link_gone', 'lumen.example', 'lumen.example'],
    [
      'approval.reminder',
      '24h ahead of 2026-12-01T08:00:00Z; for mem_ines; by 2026-12-01T08:00:00Z',
      '24 heures avant le 2026-12-01T08:00 · à valider par Inès Moreau',
    ],
    ['approval.reminder', '0h ahead of 2026-12-01T08:00:00Z; ', 'avant le 2026-12-01T08:00'],
    [
      'approval.escalated',
      'for mem_ines; after 4h30m0s; waits for mem_karim; by 2026-12-01T08:00:00Z',
      'transmis à Inès Moreau après 4 heures 30 minutes d’attente · à valider par Karim Haddad · avant le 2026-12-01T08:00',
    ],
    [
      'delegation.made',
      'for mem_karim; in place of mem_ines; from 2026-12-01T08:00:00Z until 2026-12-08T08:00:00Z',
      'Karim Haddad supplée Inès Moreau · du 2026-12-01T08:00 au 2026-12-08T08:00',
    ],
    ['crisis.opened', 'severity critical; for mem_ines', 'gravité_: Critique · prévenus_: Inès Moreau'],
    ['campaign.updated', 'margin of the calendar', 'la marge du calendrier'],
    [
      'campaign.updated',
      'tighter: 5 characters in text hashtags, same day false; loosened for mem_karim; 40 characters in , same day true; from 2026-12-01T08:00:00Z until 2026-12-02T08:00:00Z',
      'marge resserrée_: 5 caractères (Texte et Hashtags), pas l’heure · marge élargie pour Karim Haddad_: 40 caractères, l’heure dans la journée · du 2026-12-01T08:00 au 2026-12-02T08:00',
    ],
    ['channel.expiring', '7 days, 2026-12-08T08:00:00Z', 'dans 7 jours · 2026-12-08T08:00'],
    ['delivery.resolve', 'not_published', 'Ce n’est pas en ligne'],
    ['checklist.begun', 'Vidéo', '«_Vidéo_»'],
    ['client_link.opened', 'by link, name declared', 'par son lien, sous le nom indiqué'],
    ['comment.mentioned', 'cmt_0k2', ''],
    [
      'member.updated',
      'language: fr → en; owner: false → true; shut out: false → true; cal_1: editor → editor manager; cal_2: none → editor',
      'Langue_: français → anglais · Propriétaire_: non → oui · Accès fermé_: non → oui · Rôles_: Rédaction → Rédaction et Responsable · Rôles dans un autre calendrier_: rien → Rédaction',
    ],
    [
      'calendar.updated',
      'Name: Lumen → Maison Lumen; Policy.Lateness: 1800000000000 → 5400000000000; Policy.Steps.0.Roles.0: none → manager; Policy.Approval: one → steps; Policy.Deputy: none → mem_ines; and 2 more',
      'Nom_: «_Lumen_» → «_Maison Lumen_» · Retard permis_: 30 minutes → 1 heure 30 minutes · Étapes_: rien → Responsable · Qui valide_: une personne → étape par étape · Suppléant_: rien → Inès Moreau · et 2 autres réglages',
    ],
    ['role.updated', 'Permissions.1: none → write', 'Permissions_: rien → Rédiger'],
  ])('%s: %s', (action, detail, words) => {
    expect(said(action, detail)).toBe(words);
  });

  test('what the machine’s codes mean is said by the API', () => {
    expect(said('delivery.failed', '422', 'La plateforme l’a refusée.')).toBe('La plateforme l’a refusée.');
    expect(said('session.refused', '203.0.113.0/24 wrong_password (3 more were left out before)', 'Non.')).toBe(
      '203.0.113.0/24 · Non. · et 3 autres refus, non détaillés',
    );
    expect(said('session.refused', 'unknown network wrong_password', 'Non.')).toBe('réseau inconnu · Non.');
  });

  test('what is not known stands as it is', () => {
    expect(said('post.approved', 'something of a later daemon')).toBe('something of a later daemon');
    expect(said('token.beyond_scope', 'GET /posts/{post}')).toBe('GET /posts/{post}');
    expect(said('channel.updated', 'Novelty.Deep: none → 3')).toBe('Novelty.Deep_: rien → 3');
    expect(said('approval.reminder', 'for whom it may concern')).toBe('for whom it may concern');
  });
});

test.each(['email', 'phone', 'message', 'meeting', 'paper'])('a yes that came by %s has its word', (via) => {
  for (const language of ['fr', 'en']) expect(i18next.exists(`record:detail.via.${via}`, { lng: language })).toBe(true);
});
