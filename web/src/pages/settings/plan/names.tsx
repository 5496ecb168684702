import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../app/here';
import { Confirm } from '../../../ui/confirm';
import { FormTrouble } from '../../../ui/form-trouble';
import { Icon } from '../../../ui/icons';
import { troubleAt } from '../../../ui/trouble';
import { Empty, Row, Rows, Section } from '../section';

interface Named {
  id: string;
  name: string;
}

interface NamesProps {
  title: string;
  lead: string;
  none: string;
  items: Named[] | undefined;
  changed: QueryKey;
  add: (name: string) => Promise<unknown>;
  rename: (id: string, name: string) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
  also?: (item: Named) => ReactNode; // what else can be done with one
}

// Names is a list of things that have a name and nothing else that is set here.
export function Names({ title, lead, none, items, changed, add, rename, remove, also }: NamesProps) {
  const { may } = useHere();
  const { t } = useTranslation('plan');
  const client = useQueryClient();
  const [named, setNamed] = useState<Named | 'new' | null>(null);
  const [removed, setRemoved] = useState<Named | null>(null);
  const after = () => client.invalidateQueries({ queryKey: changed });
  return (
    <Section
      title={title}
      lead={lead}
      action={
        may('write') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setNamed('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {items?.length === 0 && <Empty>{none}</Empty>}
      {items && items.length > 0 && (
        <Rows>
          {items.map((item) => (
            <Row
              key={item.id}
              action={
                <>
                  {also?.(item)}
                  {may('write') && (
                    <>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setNamed(item)}
                        aria-label={t('renameOf', { name: item.name })}
                      >
                        {t('rename')}
                      </Button>
                      <Button
                        size="xs"
                        variant="subtle"
                        color="red"
                        onClick={() => setRemoved(item)}
                        aria-label={t('removeOf', { name: item.name })}
                      >
                        {t('remove')}
                      </Button>
                    </>
                  )}
                </>
              }
            >
              <strong>{item.name}</strong>
            </Row>
          ))}
        </Rows>
      )}
      {named && (
        <Name
          title={named === 'new' ? title : named.name}
          name={named === 'new' ? '' : named.name}
          save={async (name) => {
            await (named === 'new' ? add(name) : rename(named.id, name));
            await after();
          }}
          close={() => setNamed(null)}
        />
      )}
      {removed && (
        <Confirm
          title={t('removeAsk', { name: removed.name })}
          act={t('remove')}
          run={async () => {
            await remove(removed.id);
            await after();
          }}
          close={() => setRemoved(null)}
        >
          {t('removeWhat')}
        </Confirm>
      )}
    </Section>
  );
}

interface NameProps {
  title: string;
  name: string;
  save: (name: string) => Promise<void>;
  close: () => void;
}

function Name({ title, name, save, close }: NameProps) {
  const { t } = useTranslation(['plan', 'common']);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    try {
      await save(String(new FormData(event.currentTarget).get('name')).trim());
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="name"
            label={t('name')}
            defaultValue={name}
            required
            maxLength={200}
            data-autofocus
            error={troubleAt(trouble, '/name')}
          />
          <FormTrouble error={trouble} fields={['/name']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
