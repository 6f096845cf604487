/** The code with which a request is refused, or `accepted`. */
export function refusalCode(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'accepted',
    (refusal: { code: string }) => refusal.code,
  );
}
