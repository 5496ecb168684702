import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schemas } from '../../../api/client';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { Row, Rows, Section } from '../section';

type Link = Schemas['ClientLink'];

// what stands in place of an erased name, in the language of the link
const nobody = { en: 'Erased person', fr: 'Personne effacée' };
const erased = (link: Link) => link.name === nobody[link.language] && link.for === link.name && !link.email;

// Revoked lists the links that open nothing any more, for owners: the names that were given by them can be erased.
export function Revoked({ links }: { links: Link[] }) {
  const { t } = useTranslation('links');
  const client = useQueryClient();
  const moment = useMoment();
  const [erasing, setErasing] = useState<Link | null>(null);
  const erase = async (link: Link) => {
    await ask(api.POST('/api/v1/client-links/{link}/erase', { params: { path: { link: link.id } } }));
    // the name goes from posts, comments and the record too, wherever they are shown
    await client.invalidateQueries();
  };
  return (
    <Section title={t('revoked')} lead={t('revokedLead')}>
      <Rows>
        {links.map((link) => (
          <Row
            key={link.id}
            quiet
            action={
              !erased(link) && (
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  onClick={() => setErasing(link)}
                  aria-label={t('eraseOf', { name: link.for })}
                >
                  {t('erase')}
                </Button>
              )
            }
          >
            <strong>{link.for}</strong>
            <p>
              {[
                !erased(link) && link.name && t('came', { name: link.name }),
                link.revoked_at && t('revokedOn', { day: moment.day(link.revoked_at) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </Row>
        ))}
      </Rows>
      {erasing && (
        <Confirm
          title={t('eraseAsk', { name: erasing.for })}
          act={t('erase')}
          run={() => erase(erasing)}
          close={() => setErasing(null)}
        >
          {t('eraseWhat')}
        </Confirm>
      )}
    </Section>
  );
}
