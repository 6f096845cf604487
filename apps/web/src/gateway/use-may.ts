import { useQuery } from '@tanstack/react-query';
import { meQuery } from './queries.js';

/** Whether the person has a permission of the gateway; undefined until the gateway said so. */
export function useMay(permission: string): boolean | undefined {
  return useQuery(meQuery).data?.permissions.includes(permission);
}
