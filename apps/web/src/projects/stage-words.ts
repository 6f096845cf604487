/** `in-delivery` reads `In delivery`. */
export function stageWords(stage: string): string {
  const words = stage.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
