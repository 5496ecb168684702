import { useTranslation } from 'react-i18next';
import { useChannels } from '../api/queries';
import { useHere } from '../app/here';
import type { Copy } from './copies';

// useCopyName names a text of a post: its own, or which part of which channel.
export function useCopyName(): (copy: Copy, all: Copy[]) => string {
  const { calendar } = useHere();
  const { t } = useTranslation('post');
  const channels = useChannels(calendar.id).data ?? [];
  return (copy, all) => {
    if (!copy.channel) return t('allChannels');
    const name = channels.find((c) => c.id === copy.channel)?.name ?? '…';
    const many = all.filter((c) => c.channel === copy.channel).length > 1;
    return many ? `${name} · ${copy.part + 1}` : name;
  };
}
