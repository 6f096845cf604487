/** The people every development installation and every test knows. */
export const people = [
    person(1, 'Anna Meyer', 'pmo-manager'),
    person(2, 'Jon Okafor', 'project-manager'),
    person(3, 'Priya Nair', 'project-manager'),
    person(4, 'Lea Chen', 'resource-manager'),
    person(5, 'Mia Dubois', 'quality-manager'),
    person(6, 'Sam Rossi', 'sponsor'),
    person(7, 'Tom Jensen', 'team-member'),
    {
        ...person(8, 'Kai Novak', 'contractor'),
        email: 'kai.novak@northwind-engineering.example',
        partner: 'Northwind Engineering',
        accessEnds: '2035-12-31',
    },
];
/** The password of everyone in `people`. A development installation holds no secrets. */
export const developmentPassword = 'demo';
/** @param who person id, handle (`anna.meyer`) or e-mail address */
export function findPerson(who) {
    return people.find((one) => one.personId === who || one.handle === who || one.email === who);
}
function person(place, name, role) {
    const handle = name.toLowerCase().replace(' ', '.');
    return {
        personId: `7e000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
        handle,
        name,
        email: `${handle}@meridian.example`,
        employeeNumber: `E-${1000 + place}`,
        roles: [role],
    };
}
//# sourceMappingURL=people.js.map