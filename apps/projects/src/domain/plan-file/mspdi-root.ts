import { planFileRefusal } from './plan-file-refusal.js';

const NAMESPACE = 'http://schemas.microsoft.com/project';

/** Refuses XML that is not a Microsoft Project document; other kinds of plan are named. */
export function checkMspdiRoot(name: string, namespace: string): void {
  if (name === 'APIBusinessObjects' || namespace.includes('Primavera')) {
    const sentence =
      'This is a Primavera P6 XML file. It cannot be read yet; save the plan as Microsoft Project XML and bring that in.';
    throw planFileRefusal('projects/plan-file-is-pmxml', sentence);
  }
  if (name === 'Project' && (namespace === '' || namespace.startsWith(NAMESPACE))) return;
  const sentence = `The file is XML, but its first element is <${name.slice(0, 60)}>; a Microsoft Project XML file begins with <Project xmlns="${NAMESPACE}">.`;
  throw planFileRefusal('projects/plan-file-not-a-plan', sentence);
}
