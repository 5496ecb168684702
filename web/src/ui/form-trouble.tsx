import { Alert } from '@mantine/core';
import { sentence, troubleAt } from './trouble';

// FormTrouble says what is wrong with a form, where no field of it says so already.
export function FormTrouble({ error, fields = [] }: { error: unknown; fields?: string[] }) {
  if (!error || fields.some((pointer) => troubleAt(error, pointer))) return null;
  return (
    <Alert color="red" role="alert">
      {sentence(error)}
    </Alert>
  );
}
