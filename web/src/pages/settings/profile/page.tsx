import { Alert, SegmentedControl, Stack, Text, TextInput, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Me, versioned } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useEdit } from '../../../api/use-edit';
import { Waiting } from '../../../app/waiting';
import { sentence, troubleAt } from '../../../ui/trouble';
import { SaveBar } from '../save-bar';
import { Head } from '../section';
import { Slack } from './slack';

// Who one is to the others, here and in Slack, and how the pages speak and look.
export function Component() {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const edit = useEdit<Me>({
    queryKey: ['me', 'edit'],
    read: () => versioned(api.GET('/api/v1/me')),
    write: async ({ name, language }, etag) => {
      const saved = await versioned(
        api.PATCH('/api/v1/me', { params: { header: { 'If-Match': etag } }, body: { name, language } }),
      );
      client.invalidateQueries({ queryKey: keys.me });
      return saved;
    },
  });
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  return (
    <>
      <Head title={t('title')}>{edit.value.email}</Head>
      <Stack maw="28rem" gap="lg">
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={edit.value.name}
          onChange={(event) => edit.set({ name: event.currentTarget.value })}
          autoComplete="name"
          maxLength={200}
          required
          error={troubleAt(edit.error, '/name')}
        />
        <div>
          <Text size="sm" fw={500} id="profile-language" mb={4}>
            {t('language')}
          </Text>
          <SegmentedControl
            aria-labelledby="profile-language"
            value={edit.value.language}
            onChange={(language) => edit.set({ language: language as Me['language'] })}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div>
          <Text size="sm" fw={500} id="profile-colours">
            {t('colours')}
          </Text>
          <Text size="xs" c="dimmed" mb={6}>
            {t('coloursHelp')}
          </Text>
          <SegmentedControl
            aria-labelledby="profile-colours"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`colour.${value}`) }))}
          />
        </div>
      </Stack>
      <Slack />
      <SaveBar edit={edit} names={{ name: t('name'), language: t('language') }} fields={['/name']} />
    </>
  );
}
