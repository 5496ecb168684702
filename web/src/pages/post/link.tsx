import { Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkDraft } from '../../post/draft';

// LinkFields are what a link card says: where it leads, and in which words.
export function LinkFields({ link, set }: { link: LinkDraft; set: (link: LinkDraft) => void }) {
  const { t } = useTranslation('post');
  return (
    <Stack gap="sm">
      <TextInput
        type="url"
        label={t('linkAddress')}
        value={link.url}
        onChange={(e) => set({ ...link, url: e.currentTarget.value.trim() })}
      />
      <TextInput
        label={t('linkTitle')}
        value={link.title}
        onChange={(e) => set({ ...link, title: e.currentTarget.value })}
      />
      <Textarea
        label={t('linkText')}
        autosize
        minRows={2}
        value={link.text}
        onChange={(e) => set({ ...link, text: e.currentTarget.value })}
      />
    </Stack>
  );
}
