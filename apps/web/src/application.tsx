import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { GatewayProblem } from './gateway/gateway-problem.js';
import { createApplicationRouter } from './routes.js';
import { SignInDoor } from './sign-in/sign-in-door.js';
import { theme } from './theme/theme.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (failures, cause) => failures < 3 && !(cause instanceof GatewayProblem && isFinal(cause.status)),
    },
  },
});

const router = createApplicationRouter(queries);

/** The whole application. Styles come from style sheets alone, so the page runs without inline styles. */
export function Application() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <SignInDoor>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SignInDoor>
    </MantineProvider>
  );
}

/** Asking again changes nothing about a refusal. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
