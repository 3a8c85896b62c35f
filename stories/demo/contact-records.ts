import type { Contact } from './inbox-types.js';

/** Everybody who writes to the desk. */
export const contacts: readonly Contact[] = [
  { id: 'lena', name: 'Lena Brandt', place: 'Hamburg', email: 'lena.brandt@mail.example', since: 26 },
  { id: 'oluwaseun', name: 'Oluwaseun Adeyemi', place: 'Leeds', email: 'seun.adeyemi@mail.example', since: 3 },
  { id: 'camille', name: 'Camille Roussel', place: 'Lyon', email: 'c.roussel@courrier.example', since: 14 },
  { id: 'hiroshi', name: 'Hiroshi Tanabe', place: 'Rotterdam', email: 'h.tanabe@mail.example', since: 8 },
  { id: 'priya', name: 'Priya Nair', place: 'Dublin', email: 'priya@nairstudio.example', since: 19 },
  { id: 'marek', name: 'Marek Wójcik', place: 'Kraków', email: 'marek.wojcik@poczta.example', since: 5 },
  { id: 'salma', name: 'سلمى حداد', place: 'Berlin', email: 'salma.haddad@mail.example', since: 1 },
  { id: 'tom', name: 'Tom Fairweather', place: 'Bristol', email: 'tom@fairweather.example', since: 31 },
  { id: 'ines', name: 'Inés Carvajal', place: 'Valencia', email: 'ines.carvajal@correo.example', since: 11 },
  { id: 'jonas', name: 'Jonas Weidner', place: 'Graz', email: 'jonas.weidner@mail.example', since: 7 },
  { id: 'aoife', name: 'Aoife Brennan', place: 'Galway', email: 'aoife.b@mail.example', since: 2 },
  { id: 'peter', name: 'Peter Lindqvist', place: 'Malmö', email: 'peter.lindqvist@post.example', since: 22 },
];
