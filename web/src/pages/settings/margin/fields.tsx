import { Checkbox, Group, Slider, Switch, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../section';
import type { Margin } from './page';
import classes from './page.module.css';

type Field = Margin['fields'][number];

interface FieldsProps {
  margin: Margin;
  set: (next: Partial<Margin>) => void;
  disabled: boolean;
  protectedError?: string;
  within?: Margin; // what cannot be gone beyond
}

// Fields are what a margin consists of.
export function Fields({ margin, set, disabled, protectedError, within }: FieldsProps) {
  const { t } = useTranslation('margin');
  const most = within?.characters ?? 100;
  const marks = [...new Set([0, 15, 30, 50, 100, most])].filter((mark) => mark <= most);
  const all = (['text', 'hashtags', 'alt_text'] as const).filter((field) => !within || within.fields.includes(field));
  return (
    <>
      <Section title={t('characters')} lead={t('charactersHelp')}>
        <div className={classes.slider}>
          <Slider
            value={margin.characters}
            onChange={(characters) => set({ characters })}
            min={0}
            max={most}
            marks={marks.map((value) => ({ value, label: String(value) }))}
            thumbLabel={t('characters')}
            label={null}
            disabled={disabled}
          />
          <output className="numbers">
            {margin.characters === 0 ? t('none') : t('of', { count: margin.characters })}
          </output>
        </div>
      </Section>
      <Section title={t('where')}>
        <Checkbox.Group
          aria-label={t('where')}
          value={margin.fields}
          onChange={(fields) => set({ fields: fields as Field[] })}
        >
          <Group gap="lg">
            {all.map((field) => (
              <Checkbox key={field} value={field} label={t(`field.${field}`)} disabled={disabled} />
            ))}
          </Group>
        </Checkbox.Group>
        <Switch
          mt="md"
          label={t('sameDay')}
          description={t('sameDayHelp')}
          checked={margin.same_day}
          onChange={(event) => set({ same_day: event.currentTarget.checked })}
          disabled={disabled}
        />
      </Section>
      <Section title={t('protected')} lead={t('protectedHelp')}>
        <TagsInput
          aria-label={t('protected')}
          value={margin.protected}
          onChange={(words) => set({ protected: words })}
          placeholder={margin.protected.length === 0 ? t('protectedHint') : undefined}
          splitChars={[',', ';']}
          maxTags={200}
          disabled={disabled}
          error={protectedError}
        />
        <Text size="sm" c="dimmed" mt="sm">
          {t('always')}
        </Text>
      </Section>
    </>
  );
}
