"""The trade's words in English."""

WORDS = """
NOT: not, no, never, none, nothing, without, neither, nor, didn, didnt, don, dont, doesn, doesnt, isn, isnt,
  wasn, wasnt, hasn, hasnt, haven, havent, hadn, hadnt, aren, arent, weren, werent, cannot, cant, can t,
  won t, wont, couldn, couldnt, wouldn, wouldnt, aint, ain t, nowhere, nobody
YET: yet, so far, as yet, to date
STILL: still, 2 weeks later, weeks later, as of today, even now
WRONG: wrong, incorrect, incorrectly, mistaken, wrongly, misprint*, misspel*, mis spel*, mispelt
MIXUP: mix up, mixup, mix ups, mixed up, swapped, muddle*, mistake, error, mishap, packing error,
  picking error, switched, someone else s, somebody else s, another customer*, other customer*, stranger s,
  belongs to someone, different person, other person s, not mine, isn t mine, isnt mine, wasn t mine
INSTEAD: instead, in place of, rather than, in lieu, substitut*
DIFFERENT: different, differently, other than, nothing like, not what, isn t what, isnt what, wasn t what,
  not the one, isn t the one, not as ordered, does not match, doesn t match, doesnt match, don t match,
  didn t match, not as pictured, not as described, looks nothing, completely different
NOT_ORDERED: didn t order, didnt order, did not order, never ordered, i not order, haven t ordered,
  havent ordered, hadn t ordered, don t recall ordering, not ordered, never asked for, didn t ask for,
  didnt ask for, did not ask for, didn t pay for, did not pay for
ORDERED: ordered, i order, i chose, chose, i picked, i bought, bought, i selected, purchased, i wanted,
  i asked for, asked for, paid for, order was for, order says, confirmation says, receipt says,
  invoice says, order confirmation says, my order says, i clicked, supposed to be, should have been,
  was meant to be, were meant to be, should be
CAME: received, recieved, receive, recieve, got, came, arrived, arrive, opened, unpacked, unwrapped, landed,
  turned up, showed up, shows up, turn up, delivered, i have here, inside was, in the box was,
  in the box is, in the bag, was in the, was handed, contained, contains
YOU_SENT: you sent, u sent, you shipped, you ve sent, you have sent, they sent, was sent, were sent,
  sent me, shipped me, been sent, got sent, you guys sent
EXTRA: extra, too many, one too many, one more than, more than i ordered, more than ordered, twice as many,
  two of them, two of, a second one, duplicate item, not on my order, not on the invoice, charged once,
  paid for one, only ordered one, ordered one, just one, a spare
COLOUR: black, white, red, blue, green, yellow, pink, purple, grey, gray, brown, beige, navy, olive, orange,
  gold, silver, teal, cream, burgundy, turquoise, lilac, mint, coral, charcoal, khaki, colour*, color*,
  mauve, ivory, rose
LABELLED: label says, tag says, label on, tag reads, label reads, tag is, engraved, engraving, engrave,
  name on, personalis*, personaliz*, printed on
BROKEN: broken, broke, break, breaks, breaking, cracked, crack, cracks, smashed, shattered, snapped, snap,
  bent, dented, dent, dents, chipped, chip, chips, torn, tear, tore, ripped, rip, rips, hole, holes, stain,
  stained, stains, scratched, scratch, scratches, crushed, squashed, warped, damaged, damage, damages,
  damge*, defect*, faulty, fault, shards, pieces, in bits, fell off, fallen off, falling off, came off,
  comes off, coming off, came apart, come apart, fell apart, fall apart, falling apart, coming apart,
  unravel*, fray*, split, burst, creased, crease, water damage, wet, soaked, soggy, mould*, mold*, rust*,
  tarnish*, peel*, flak*, fade*, bleeding, dye, discolour*, discolor*, leak*, loose, wobbl*, dead, dud,
  kaput, busted, bust, snagged, frayed, missing stone, stone fell, lost a stone, fell out, fallen out, seam,
  stitching, clasp, zip, zipper, punctur*, mangled, jagged, turned my, turning green, wonky, crooked,
  bubbl*, pilling, pilled, smudge*, dirty, filthy
NO_WORK: not working, doesn t work, doesnt work, does not work, don t work, dont work, do not work,
  isn t working, isnt working, stopped working, stop working, quit working, stops working, won t turn on,
  wont turn on, won t switch on, won t start, wont start, won t charge, wont charge, not charging,
  doesn t charge, won t power, won t connect, won t close, won t stay, won t hold, no longer works,
  no longer work, doesn t turn on, does not turn on, doesn t switch on, malfunction*, gave up, given up,
  packed in, packed up, conked out, gave out, died, overheat*, smoke, sparks, short circuit, buzzing,
  flicker*, quit on me, dead on arrival, doa, stopped, won t go on, out of the box
OWN_FAULT: my fault, my own fault, my own doing, my doing, i dropped, i broke, i spilled, i spilt,
  i knocked, my own clumsi*, my clumsi*, sat on it, my dog, my cat, my son broke, my kid broke, entirely my,
  own stupidity, my mistake, my bad, no claim, not your fault, not blaming, no blame, i put it in the,
  my error, i misread, i mis read, i picked the wrong, i chose the wrong, i ordered the wrong, i messed up,
  i goofed, user error
LOST: lost, stolen, disappeared, vanished, went missing, gone missing, astray, lost in transit, mislaid,
  porch pirate*, swiped, nicked, evaporated, black hole
NO_COME: never arrived, never came, never received, never got, never turned up, never showed, not arrived,
  not received, not recieved, not come, not turned up, hasn t arrived, hasnt arrived, haven t received,
  havent received, hasn t come, hasnt come, has not arrived, have not received, didn t arrive, didnt arrive,
  did not arrive, didn t receive, didnt receive, did not receive, haven t got, havent got, didn t get,
  didnt get, did not get, no sign of, nowhere to be, not here, isn t here, isnt here,
  still waiting for my order, still waiting for my parcel, nothing here, nothing came, nothing has,
  nothing arrived, hasn t turned up, hasn t shown up, yet to arrive, yet to receive, didn t come,
  didnt come, did not come, hasn t been delivered, not been delivered, not delivered, wasn t delivered,
  undelivered, isn t there, wasn t there, not there, nothing there, no parcel, no package, no box,
  no delivery, not a parcel, never made it, nothing in, no show, not reach*, hasn t reached, never reached,
  hasn t made it
MARKED: marked delivered, marked as delivered, says delivered, shows delivered, says it was delivered,
  shows as delivered, status delivered, says it s been delivered, says it has been delivered,
  claims it was delivered, says it s delivered, tracking says delivered, delivered according, signed for,
  signature, proof of delivery, supposedly delivered, left in a safe, left with, app says delivered,
  allegedly, says handed, delivered to
WHERE: where is, wheres, where s, where are, where has, where did, where the heck, where the hell,
  whereabouts, any news, any update, any idea where, what happened to, what s happening with,
  whats happening, status of
SHORT: missing, incomplete, only one, only two, only three, only four, only got, only received, only came,
  just two, just one of, one of the, one short, short of, part of, half of, partial order, half the,
  half my, rest of, the rest, the other, other half, wasn t in, wasnt in, not in the, isn t in, isnt in,
  were not in, weren t in, left out, not included, not enclosed, lacks, lacking, absent, no sign,
  without the, fewer, two out of, out of three, out of four, out of, second box, second parcel, empty,
  one is missing, minus, sealed
OVERDUE: overdue, was due, due on, due by, was supposed to, supposed to arrive, supposed to be here,
  should have arrived, should have come, should have been here, should of, was meant to, were supposed to,
  promised for, promised by, you promised, you said, u said, estimated delivery, delivery date was,
  delivery was, said it would, meant to be here, expected by, was expected, expected on, late, delayed,
  delay, guaranteed by, by friday, by monday
WAIT: waiting, waited, been waiting, wait, patient, patience, been weeks, been months, been days, weeks ago,
  days ago, months ago, month ago, week ago, weeks now, ages, forever, chasing, chased, chase
TRACKING: tracking, track, tracked, scan, scanned, in transit, hasn t moved, not moved, hasnt moved, stuck,
  stalled, no movement, no updates, depot, sorting, carrier, courier, driver, postman, mailman, postie,
  post office, ups, fedex, usps, dhl, hermes, evri, dpd, royal mail, customs
LOOKED: checked, neighbour*, neighbor*, mailbox, letterbox, porch, doorstep, front door, reception, doorman,
  concierge, shed, looked everywhere, searched, camera, doorbell, at home, was home, mail room, mailroom,
  household
PARCEL: parcel, package, packet, delivery, shipment, box, envelope
REFUND: refund*, reimburs*, money back, my money, the money, credit, credited, store credit, chargeback,
  voucher, compensation, reimburse*, repay*, paid back, pay me back, payback, funds, my cash
OWED: owe, owed, owes, owing, outstanding, overdue refund, not credited, hasn t been credited,
  nothing on my card, nothing on my account, no refund, not refunded, haven t been refunded,
  havent been refunded, not been refunded, hasn t been refunded, still no refund, still no money,
  still waiting for my refund, still waiting on my refund, still waiting on the refund,
  still waiting for the refund, waiting for refund, waiting on refund, where is my refund,
  where s my refund, wheres my refund, where is my money, where s my money, wheres my money, refund status,
  status of my refund, nothing back, no money, nothing has come back, hasn t shown up on, hasn t hit,
  not hit, never hit, hasn t landed, not landed, partial refund, refunded only, only refunded,
  short changed, short by, the balance, the remaining, the difference, remainder, only part
APPROVED: approved, agreed, confirmed, promised, authorised, authorized, signed off, processed, issued,
  announced, accepted, said would be refunded, refund was, would be refunded, was issued, has been issued
BANK: bank, card, paypal, statement, account, credit card, klarna, visa, mastercard, business days,
  working days, billing, debit
SENT_BACK: sent back, sent it back, sent them back, returned, return received, warehouse, arrived back,
  got it back, have it back, received my return, received the return, received it back, you have had it,
  shipped back, posted back, mailed back, mailed it back, drop off, dropped off, picked up, collected,
  you got it back, back with you, supplier
CANCEL: cancel*, cancle*, cansel*, cancellation, call off, stop my order, stop the order, stop this order,
  stop it, withdraw, revoke, scrap, scratch that order, kill the order, don t ship, dont ship, do not ship,
  don t send, dont send, do not send, undo, void, back out, pull the plug, forget my order, drop the order,
  remove my order, no longer want, no longer need, don t want it anymore, don t need it anymore,
  hold the order, get rid of, take me off, bin the, nix
CHANGE: change, swap, switch, amend, alter, edit, modify, update, correct, fix, make it, upgrade, adjust
CHANGE_MIND: changed my mind, change my mind, changed our mind, changed her mind, second thoughts, regret,
  not my style, don t like, dont like, do not like, doesn t suit, does not suit, not for me, isn t me,
  not keen, not a fan, not what i hoped, not in love, no longer interested, found it cheaper, found cheaper,
  not my colour, hate it on me, just don t love, unwanted
ADDRESS: address, zip, postcode, zip code, street, apartment, apt, flat, house number, old address,
  new address, moved, moving, shipping address, delivery address, typo
ADD_DROP: add, added, adding, one more, another one, take out, take off, remove, leave out, drop, include,
  quantity, instead of two, instead of one, second pair, two of each
DUPLICATE: twice, double, duplicate, two orders, two identical, clicked twice, same order, ordered two by,
  two by mistake, went through twice, accidentally ordered, by accident, accident, accidentally, by mistake,
  pressed
BEFORE_SHIP: before it ships, before you ship, before shipping, before it goes, before it s shipped,
  hasn t shipped, hasnt shipped, not shipped, not yet shipped, hasn t been shipped, unshipped, hasn t left,
  before you send, before you post, b4, last night, this morning, an hour ago, minutes ago, just ordered,
  just placed, just now, ordered today, just bought, yesterday, too late to, not too late, still time,
  if possible, in time, preorder*, pre order*, processing, still processing, unfulfilled, within 24,
  in the first 24, goes out, goes to print, made yet
SHOP_CANCELLED: you cancelled, you canceled, was cancelled, was canceled, been cancelled, been canceled,
  got cancelled, got canceled, why was my order cancelled, cancelled by, cancelled my order,
  canceled my order, cancelled on me, canceled on me
SIZE: size, sizes, sizing, sized, measurement*, length, width, diameter, circumference, inseam, dimension*,
  size chart, size guide, sizing chart, chart
WHICH: which size, what size, which one, which do i, what do i order, which should, what should i,
  should i go, should i get, should i take, should i order, should i buy, do i take, do i need, do i pick,
  do i order, do i go, which ring size, what ring size, which length, what length, size up, size down,
  size recommend*, recommend, advise, suggest, choose, choosing, which, between, in between, what would you,
  or should i, go up, go down, go with, best size, right size, correct size, my size, would fit, will fit,
  will it fit, would it fit, does it fit, fit me, fit a, convert, conversion, equivalent, equal to,
  what is that in, compatible with, unsure of, not sure of my, sure which
MEASURE: measure, measuring, measured, tape, paper strip, string, ruler, snug, true to size, run small,
  runs small, run large, runs large, run big, runs big, run tight, stretch, stretchy, tight, roomy
BODY: waist, hips, hip, chest, bust, wrist, finger, knuckle, foot, feet, neck, inner leg, head, tall, weigh,
  weight, height, kilo*, kg, lbs, pounds, i m 5, stone, shoulders, thigh*, ankle, band, cup, petite,
  pregnant, usually wear, normally wear, usually take, normally a, usually a
POOR_FIT: too big, too small, too large, too tight, too long, too short, too loose, doesn t fit, doesnt fit,
  does not fit, don t fit, dont fit, didn t fit, didnt fit, do not fit, not fit, swamps, drown*, a bit big,
  a bit small, doesn t go over, wrong size i picked
RETURN_WISH: return it, to return, return this, return them, a return, return label, send it back,
  send back, send them back, exchange, returning, how do i return, return policy, start a return, returns,
  give it back, swap it for, return address, return
SMALL_TALK: thank*, thx, love, lovely, great, amazing, perfect, happy with, excellent, compliment*,
  fantastic, beautiful, brilliant, wonderful, five stars, gorgeous, delighted, best, kudos, appreciate
PRESALE: do you have, do you sell, do you stock, do you ship, do you deliver, do you offer, do you make,
  do you do, is there, are there, in stock, out of stock, restock*, back in stock, available, availability,
  when will you, will you have, how much is, how much does, price, cost, shipping cost, ship to, deliver to,
  can i buy, can i order, gift wrap*, gift card, gift, discount*, coupon, promo*, code, sale, black friday,
  student, thinking of, considering, interested in, before i buy, before i order, before ordering, material,
  made of, dishwasher, washing, care, ingredient*, warranty, guarantee
WHEN: when will, when does, when can i expect, when should, when is, how long, eta, expected, estimated,
  expect, arrives on, due tomorrow, due next, on its way, on track, no rush, just checking, will it arrive,
  will it be here, in time for, arriving, should i expect, how soon
FINE: all fine, works fine, no problem, nothing wrong, is fine, are fine, was fine, all good, in the end,
  after all, sorted, resolved, solved, no complaints, nothing broken, nothing is broken, no issue,
  no worries, found it, turned out, no need, arrived safely, has since arrived, it came, just to say,
  already arrived, already received, no harm, false alarm, ignore my, disregard, perfectly, all there
ADMIN: invoice, receipt, vat, tax, newsletter, unsubscribe, subscription, membership, password, log in,
  login, account, delete my, gdpr, loyalty, points, mailing list, app, website, checkout, payment, declined,
  pay with
OUTSIDE: collab*, influencer, blogger, journalist, press, article, interview, wholesale, reseller, stockist,
  supplier price, seo, ranking, job, vacanc*, hiring, career, internship, resume, cv, apply, application,
  partnership, sponsor*, charity, raffle, donat*, media kit, followers, instagram, tiktok, youtube,
  school project, survey, prize, winner, bitcoin, crypto, verify your, suspicious, phishing, scam, link,
  click, backlinks, investment, agency, b2b, bulk
AUTO: out of office, auto reply, autoreply, automatic reply, automated, do not reply, undeliverable,
  delivery status, mailer daemon, delivery failed, failure notice, on leave, on vacation, annual leave,
  on holiday, away from, out of the office, maternity leave, back in the office, postmaster,
  mailbox is full
ALSO: also, and also, second thing, two things, two problems, two issues, on top of that, as well,
  another thing, while you re at it, while you are at it, while we re, furthermore, additionally,
  separately, secondly, first, besides, plus, both, one more thing, oh and, another matter,
  at the same time, by the way, other question, second question, unrelated
REPLACE: replacement, replace, new one, send me the, send the right, correct one, right one, resend,
  re send, another one, reship
"""
