import type { DeskConversation } from './inbox-types.js';

/** The inbox, latest first. */
export const conversations: readonly DeskConversation[] = [
  {
    id: '48213',
    contactId: 'lena',
    subject: 'Zelt kam ohne Gestänge an',
    channel: 'chat',
    state: 'open',
    unread: true,
    messages: [
      {
        from: 'contact',
        minutesAgo: 19,
        text: 'Hallo! Mein Fjell 2 ist heute angekommen, aber das Gestänge fehlt. Wir fahren am Freitag los.',
      },
      {
        from: 'agent',
        minutesAgo: 19,
        text: 'Das tut mir leid. Fehlt der ganze Beutel mit dem Gestänge, oder nur einzelne Stangen? Die Bestellung LF-20871 habe ich vor mir.',
      },
      {
        from: 'contact',
        minutesAgo: 17,
        text: 'Der ganze Beutel. Ich möchte bitte mit einem Menschen sprechen, weil es eilt.',
      },
      { from: 'handover', minutesAgo: 17 },
      {
        from: 'note',
        minutesAgo: 9,
        name: 'Jonas Weber',
        text: 'Gestänge Fjell 2 liegt in Bremen, 14 Stück. Express bis 16 Uhr ist möglich.',
      },
      { from: 'contact', minutesAgo: 4, text: 'Sind Sie noch da? Eine Lieferung bis Donnerstag würde uns reichen.' },
    ],
  },
  {
    id: '48212',
    contactId: 'oluwaseun',
    subject: 'Swap the jacket for a size up',
    channel: 'whatsapp',
    state: 'agent',
    unread: true,
    messages: [
      {
        from: 'contact',
        minutesAgo: 12,
        text: 'Hi, the Skerry jacket is too tight at the shoulders. Can I change M for L?',
      },
      {
        from: 'agent',
        minutesAgo: 12,
        text: 'Yes, size L in Slate is in stock. I can send it today and email you a free return label for the M. Shall I?',
      },
      { from: 'contact', minutesAgo: 8, text: 'Please do. Same address.' },
      {
        from: 'agent',
        minutesAgo: 8,
        text: 'Done. Your L leaves the warehouse tonight, and the return label is in your inbox. You have 30 days to send the M back.',
      },
    ],
  },
  {
    id: '48209',
    contactId: 'camille',
    subject: 'Facture au nom de mon entreprise',
    channel: 'email',
    state: 'open',
    messages: [
      {
        from: 'contact',
        minutesAgo: 96,
        text: 'Bonjour, pourriez-vous refaire la facture LF-20566 au nom de l’Atelier Roussel, avec le numéro de TVA ? Merci beaucoup.',
      },
      {
        from: 'agent',
        minutesAgo: 95,
        text: 'Bonjour Camille, une facture déjà payée ne peut être modifiée que par notre équipe. Je lui transmets votre demande avec la commande.',
      },
      { from: 'handover', minutesAgo: 95 },
      { from: 'join', minutesAgo: 41, name: 'Amira Haddad' },
      { from: 'contact', minutesAgo: 33, text: 'Parfait. Le numéro est FR 32 123 456 789.' },
    ],
  },
  {
    id: '48204',
    contactId: 'hiroshi',
    subject: 'Is the Tarn stove allowed on ferries?',
    channel: 'chat',
    state: 'agent',
    messages: [
      {
        from: 'contact',
        minutesAgo: 52,
        text: 'We take the ferry to Norway next month. May I bring the Tarn stove and a gas canister?',
      },
      {
        from: 'agent',
        minutesAgo: 52,
        text: 'The stove itself is fine when it is empty and cool. Canisters are up to the ferry line: most allow two sealed ones in a locked car, none in a cabin. Which line do you take?',
      },
      { from: 'contact', minutesAgo: 50, text: 'Hirtshals to Kristiansand, so whichever goes there :)' },
      {
        from: 'agent',
        minutesAgo: 50,
        text: 'Two lines sail there. Both ask you to declare canisters at check-in, and to leave them in the car. I would buy gas after landing: our shop in Kristiansand has the 230 g size.',
      },
    ],
  },
  {
    id: '48198',
    contactId: 'priya',
    subject: 'Charged twice for order LF-20790',
    channel: 'email',
    state: 'open',
    unread: true,
    messages: [
      {
        from: 'contact',
        minutesAgo: 151,
        text: 'My card shows two payments of €164.00 for the same backpack. Could you check and send one back?',
      },
      {
        from: 'agent',
        minutesAgo: 150,
        text: 'I see one paid order and one payment that was held but not taken. Holds go away by themselves within five days.',
      },
      {
        from: 'contact',
        minutesAgo: 71,
        text: 'Both say “completed” now, see the statement. I need this sorted before the end of the month.',
      },
      { from: 'handover', minutesAgo: 71 },
    ],
  },
  {
    id: '48187',
    contactId: 'marek',
    subject: 'Repair for a worn zip',
    channel: 'email',
    state: 'waiting',
    messages: [
      {
        from: 'contact',
        minutesAgo: 1490,
        text: 'The main zip of my Ridge 45 pack no longer closes. It is four years old. Do you repair these?',
      },
      {
        from: 'agent',
        minutesAgo: 1489,
        text: 'We do, for as long as the pack lives. A new zip costs €18 and takes about ten days. May I have a photo of it?',
      },
      { from: 'contact', minutesAgo: 1322, text: 'Photo attached. One slider is missing too.' },
      { from: 'join', minutesAgo: 244, name: 'Tomás Oliveira' },
      {
        from: 'teammate',
        minutesAgo: 240,
        name: 'Tomás Oliveira',
        text: 'Thank you, that is an easy one: only the slider, so no charge. Please send the pack with the label I attached, and leave the rain cover at home.',
      },
    ],
  },
  {
    id: '48181',
    contactId: 'salma',
    subject: 'موعد وصول الطلب',
    channel: 'whatsapp',
    state: 'agent',
    messages: [
      { from: 'contact', minutesAgo: 310, text: 'مرحبًا، متى يصل طلبي رقم LF-20833؟' },
      { from: 'agent', minutesAgo: 310, text: 'مرحبًا سلمى، طلبك في الطريق ويصل غدًا بين العاشرة والثانية عشرة.' },
      { from: 'contact', minutesAgo: 306, text: 'شكرًا جزيلًا!' },
    ],
  },
  {
    id: '48176',
    contactId: 'tom',
    subject: 'Group order for a scout camp',
    channel: 'phone',
    state: 'waiting',
    messages: [
      {
        from: 'contact',
        minutesAgo: 1735,
        text: 'Call, 6 min. Needs 24 sleeping mats and 12 two-person tents by 4 July, asks for a group price.',
      },
      {
        from: 'teammate',
        minutesAgo: 1570,
        name: 'Mei Chen',
        text: 'Hello Tom, lovely to hear from the 3rd Clifton again. I put an offer together: 12 % off, delivered by 28 June, and you may return what you do not unpack. Does that fit your budget?',
      },
      {
        from: 'note',
        minutesAgo: 1568,
        name: 'Mei Chen',
        text: 'Held the mats until Thursday. Ask purchasing if he wants more than 24.',
      },
    ],
  },
  {
    id: '48170',
    contactId: 'ines',
    subject: '¿El saco sirve para cero grados?',
    channel: 'chat',
    state: 'closed',
    messages: [
      { from: 'contact', minutesAgo: 2010, text: 'Hola, ¿el saco Brisa 500 sirve para dormir a cero grados?' },
      {
        from: 'agent',
        minutesAgo: 2010,
        text: 'Sí, con una capa de lana: su temperatura de confort es de 2 °C y el límite, de −4 °C. Si suele tener frío, el Brisa 700 es más cómodo.',
      },
      { from: 'contact', minutesAgo: 2004, text: 'Perfecto, me quedo con el 700. ¡Gracias!' },
      { from: 'close', minutesAgo: 2004, name: 'Wren' },
    ],
  },
  {
    id: '48163',
    contactId: 'jonas',
    subject: 'Gutschein wird nicht angenommen',
    channel: 'chat',
    state: 'closed',
    messages: [
      { from: 'contact', minutesAgo: 2875, text: 'Mein Gutschein FRUEHLING15 wird an der Kasse abgelehnt.' },
      {
        from: 'agent',
        minutesAgo: 2875,
        text: 'Er gilt nicht für bereits reduzierte Artikel, und Ihr Rucksack ist gerade um 20 % gesenkt. Für die Trinkflasche im Warenkorb gilt er.',
      },
      { from: 'contact', minutesAgo: 2868, text: 'Ach so. Dann lasse ich ihn für das nächste Mal.' },
      { from: 'close', minutesAgo: 2868, name: 'Wren' },
    ],
  },
  {
    id: '48159',
    contactId: 'aoife',
    subject: 'Boots are rubbing after one walk',
    channel: 'email',
    state: 'closed',
    messages: [
      {
        from: 'contact',
        minutesAgo: 4410,
        text: 'I wore the Moor boots once and have blisters on both heels. Am I stuck with them?',
      },
      {
        from: 'agent',
        minutesAgo: 4409,
        text: 'Not at all: boots can come back within 60 days, walked in or not. Many people take half a size up. Would you like to swap, or your money back?',
      },
      { from: 'contact', minutesAgo: 4390, text: 'Half a size up, please.' },
      { from: 'join', minutesAgo: 4335, name: 'Amira Haddad' },
      {
        from: 'teammate',
        minutesAgo: 4330,
        name: 'Amira Haddad',
        text: 'They are on their way, Aoife. Lace the lower part loosely on the first two walks; it helps.',
      },
      { from: 'close', minutesAgo: 3120, name: 'Amira Haddad' },
    ],
  },
  {
    id: '48151',
    contactId: 'peter',
    subject: 'Change the delivery to a pickup point',
    channel: 'chat',
    state: 'closed',
    messages: [
      {
        from: 'contact',
        minutesAgo: 5820,
        text: 'I am away on Wednesday. Can the parcel go to the pickup point at Möllevången?',
      },
      {
        from: 'agent',
        minutesAgo: 5820,
        text: 'Changed. It will be there from Wednesday, 14:00, and waits for seven days. Bring the code from the email.',
      },
      { from: 'close', minutesAgo: 5816, name: 'Wren' },
    ],
  },
];
