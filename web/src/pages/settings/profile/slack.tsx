import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas, versioned } from '../../../api/client';
import { useAct } from '../../../lib/use-act';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { Once } from '../../../ui/once';
import { sentence } from '../../../ui/trouble';
import { Empty, Row, Rows, Section } from '../section';

type Chat = Schemas['Chat'];
type Code = Schemas['ChatCodeBody'] & { after: number }; // and how many accounts there were before

const chats = ['chats'];

// Slack says which accounts there are one's own. A code does: it is made here, where one is signed in, and typed there.
export function Slack() {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const moment = useMoment();
  const [code, setCode] = useState<Code | null>(null);
  const [ending, setEnding] = useState<Chat | null>(null);
  const { busy, act } = useAct(chats);
  const found = useQuery({
    queryKey: chats,
    queryFn: () => every(() => ask(api.GET('/api/v1/me/chats'))),
    refetchInterval: code ? 2000 : false, // while the code is being typed elsewhere
  });
  const mine = found.data ?? [];
  const typed = code !== null && mine.length > code.after;
  useEffect(() => {
    if (typed) setCode(null);
  }, [typed]);
  const link = async () => {
    const made = await act(() => ask(api.POST('/api/v1/me/chats')));
    if (made) setCode({ ...made, after: mine.length });
  };
  const end = async (chat: Chat) => {
    await versioned(api.DELETE('/api/v1/me/chats/{chat}', { params: { path: { chat: chat.id } } }));
    await client.invalidateQueries({ queryKey: chats });
  };
  return (
    <Section title={t('slack.title')} lead={t('slack.lead')}>
      {found.error && <p role="alert">{sentence(found.error)}</p>}
      {found.data && mine.length === 0 && <Empty>{t('slack.none')}</Empty>}
      {mine.length > 0 && (
        <Rows>
          {mine.map((chat) => (
            <Row
              key={chat.id}
              action={
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => setEnding(chat)}
                  aria-label={t('slack.endOf', { user: chat.user })}
                >
                  {t('slack.end')}
                </Button>
              }
            >
              <strong>{chat.user}</strong>
              <p>{t('slack.since', { workspace: chat.workspace, day: moment.day(chat.linked_at) })}</p>
            </Row>
          ))}
        </Rows>
      )}
      <Button mt="md" variant="default" onClick={link} loading={busy} disabled={!found.data}>
        {t('slack.link')}
      </Button>
      <Modal opened={code !== null} onClose={() => setCode(null)} title={t('slack.link')} closeOnClickOutside={false}>
        {code && (
          <Once
            label={t('slack.type')}
            secret={`/parution link ${code.code}`}
            help={t('slack.once', { time: moment.time(code.expires_at) })}
          />
        )}
      </Modal>
      {ending && (
        <Confirm
          title={t('slack.endAsk', { user: ending.user })}
          act={t('slack.end')}
          run={() => end(ending)}
          close={() => setEnding(null)}
        >
          {t('slack.endWhat')}
        </Confirm>
      )}
    </Section>
  );
}
