import { planFileRefusal } from './plan-file-refusal.js';

const NAMESPACE = 'http://schemas.microsoft.com/project';

/** Refuses XML that is not a Microsoft Project document. */
export function checkMspdiRoot(name: string, namespace: string): void {
  if (name === 'Project' && (namespace === '' || namespace.startsWith(NAMESPACE))) return;
  const sentence = `The file is XML, but its first element is <${name.slice(0, 60)}>; a Microsoft Project XML file begins with <Project xmlns="${NAMESPACE}">, a Primavera XML file with <APIBusinessObjects>.`;
  throw planFileRefusal('projects/plan-file-not-a-plan', sentence);
}
