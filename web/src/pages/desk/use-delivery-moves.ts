import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../api/client';
import { keys } from '../../api/queries';
import { showTrouble } from '../../ui/trouble';

// useMoveDelivery makes a move on a delivery, and says whether it was made.
export function useMoveDelivery(calendar: string) {
  const client = useQueryClient();
  return async (delivery: string, body: Schemas['DeliveryMoveAsked']): Promise<boolean> => {
    try {
      await ask(api.POST('/api/v1/deliveries/{delivery}/moves', { params: { path: { delivery } }, body }));
      client.invalidateQueries({ queryKey: keys.posts(calendar) });
      client.invalidateQueries({ queryKey: keys.held });
      return true;
    } catch (error) {
      showTrouble(error);
      return false;
    }
  };
}
