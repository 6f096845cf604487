import forms from '../parts/forms.module.css';
import { Choice } from '../parts/choice.js';
import { capital, itemName, monthName, WEEKDAYS, type RecurrenceDraft } from './recurrence-draft.js';

interface RecurrenceFieldsProps {
  readonly draft: RecurrenceDraft;
  readonly onChange: (change: Partial<RecurrenceDraft>) => void;
}

const UNITS = [
  ['day', 'Daily'],
  ['week', 'Weekly'],
  ['month', 'Monthly'],
  ['year', 'Yearly'],
] as const;
const POSITIONS = ['first', 'second', 'third', 'fourth', 'last'] as const;
const ITEMS = ['day', 'weekday', 'weekend-day', ...WEEKDAYS] as const;

/** On which days something repeats, and until when. */
export function RecurrenceFields({ draft, onChange }: RecurrenceFieldsProps) {
  const { every } = draft;
  return (
    <>
      <Choice
        label="Repeats"
        value={every}
        options={UNITS}
        onChange={(value) => onChange({ every: value })}
      />
      {every !== 'year' && (
        <NumberField
          label={`Every so many ${every}s`}
          value={draft.interval}
          most={99}
          onChange={(interval) => onChange({ interval })}
        />
      )}
      {every === 'week' && <Weekdays draft={draft} onChange={onChange} />}
      {(every === 'month' || every === 'year') && <DayWithin draft={draft} onChange={onChange} />}
      <label className={forms.field}>
        <span>From</span>
        <input
          type="date"
          required
          value={draft.from}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        />
      </label>
      <Choice
        label="Ends"
        value={draft.ends}
        options={[
          ['occurrences', 'after so many'],
          ['until', 'on a day'],
        ]}
        onChange={(ends) => onChange({ ends })}
      />
      {draft.ends === 'until' ? (
        <label className={forms.field}>
          <span>Last day</span>
          <input
            type="date"
            required
            min={draft.from}
            value={draft.until}
            onChange={({ currentTarget }) => onChange({ until: currentTarget.value })}
          />
        </label>
      ) : (
        <NumberField
          label="Occurrences"
          value={draft.occurrences}
          most={999}
          onChange={(occurrences) => onChange({ occurrences })}
        />
      )}
    </>
  );
}

function Weekdays({ draft: { weekdays }, onChange }: RecurrenceFieldsProps) {
  return (
    <fieldset className={forms.choices}>
      <legend>On</legend>
      {WEEKDAYS.map((day) => (
        <label key={day} className={forms.check}>
          <input
            type="checkbox"
            checked={weekdays.includes(day)}
            onChange={({ currentTarget }) =>
              onChange({
                weekdays: currentTarget.checked ? [...weekdays, day] : weekdays.filter((one) => one !== day),
              })
            }
          />
          {capital(day).slice(0, 3)}
        </label>
      ))}
    </fieldset>
  );
}

function DayWithin({ draft, onChange }: RecurrenceFieldsProps) {
  return (
    <>
      <Choice
        label="On"
        value={draft.by}
        options={[
          ['day', 'a day of the month'],
          ['position', 'such as the last Friday'],
        ]}
        onChange={(by) => onChange({ by })}
      />
      {draft.by === 'day' ? (
        <NumberField
          label="Day"
          value={draft.dayOfMonth}
          most={31}
          onChange={(dayOfMonth) => onChange({ dayOfMonth })}
        />
      ) : (
        <>
          <Choice
            label="Which"
            value={draft.position}
            options={POSITIONS.map((position) => [position, position] as const)}
            onChange={(position) => onChange({ position })}
          />
          <Choice
            label="Kind of day"
            value={draft.item}
            options={ITEMS.map((item) => [item, itemName(item)] as const)}
            onChange={(item) => onChange({ item })}
          />
        </>
      )}
      {draft.every === 'year' && (
        <Choice
          label="Month"
          value={draft.month}
          options={Array.from({ length: 12 }, (_, at) => [String(at + 1), monthName(at + 1)] as const)}
          onChange={(month) => onChange({ month })}
        />
      )}
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

function NumberField({ label, value, most, onChange }: NumberFieldProps) {
  return (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        type="number"
        required
        min={1}
        max={most}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
