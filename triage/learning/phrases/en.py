"""The trade's words in English."""

WORDS = """
NOT: not, no, never, none, nothing, without, neither, nor, didn, didnt, don, dont, doesn, doesnt, isn, isnt, wasn,
  wasnt, hasn, hasnt, haven, havent, hadn, hadnt, aren, arent, weren, werent, cannot, cant, can t, won t, wont,
  couldn, couldnt, wouldn, wouldnt, aint, ain t, nowhere, nobody
YET: yet, so far, as yet, to date
STILL: still, 2 weeks later, weeks later, as of today, even now
WRONG: wrong, incorrect, incorrectly, mistaken, wrongly, misprint*, misspel*, mis spel*, mispelt, wrong one,
  not my order, isn t my order, false, not the good, not the right, isn t right, not right, bad article, other model,
  wrong colour, wrong color, wrong size, mistakenly, not correct, someone elses, somebody else, who is, whose
MIXUP: mix up, mixup, mix ups, mixed up, swapped, muddle*, mistake, error, mishap, packing error, picking error,
  switched, someone else s, somebody else s, another customer*, other customer*, stranger s, belongs to someone,
  different person, other person s, not mine, isn t mine, isnt mine, wasn t mine
INSTEAD: instead, in place of, rather than, in lieu, substitut*
DIFFERENT: different, differently, other than, nothing like, not what, isn t what, isnt what, wasn t what,
  not the one, isn t the one, not as ordered, does not match, doesn t match, doesnt match, don t match, didn t match,
  not as pictured, not as described, looks nothing, completely different
NOT_ORDERED: didn t order, didnt order, did not order, never ordered, i not order, haven t ordered, havent ordered,
  hadn t ordered, don t recall ordering, not ordered, never asked for, didn t ask for, didnt ask for, did not ask for,
  didn t pay for, did not pay for
ORDERED: ordered, i order, i chose, chose, i picked, i bought, bought, i selected, purchased, i wanted, i asked for,
  asked for, paid for, order was for, order says, confirmation says, receipt says, invoice says,
  order confirmation says, my order says, i clicked, supposed to be, should have been, was meant to be,
  were meant to be, should be
CAME: received, recieved, receive, recieve, got, came, arrived, arrive, opened, unpacked, unwrapped, landed,
  turned up, showed up, shows up, turn up, delivered, i have here, inside was, in the box was, in the box is,
  in the bag, was in the, was handed, contained, contains
YOU_SENT: you sent, u sent, you shipped, you ve sent, you have sent, they sent, was sent, were sent, sent me,
  shipped me, been sent, got sent, you guys sent, you packed, you put, you gave, sent us, send me a, u gave,
  u sent me, have me delivered, they gave, they put, you printed, you made, you engraved, was given, were given,
  i became, i have become
EXTRA: extra, too many, one too many, one more than, more than i ordered, more than ordered, twice as many,
  two of them, two of, a second one, duplicate item, not on my order, not on the invoice, charged once, paid for one,
  only ordered one, ordered one, just one, a spare
COLOUR: black, white, red, blue, green, yellow, pink, purple, grey, gray, brown, beige, navy, olive, orange, gold,
  silver, teal, cream, burgundy, turquoise, lilac, mint, coral, charcoal, khaki, colour*, color*, mauve, ivory, rose
LABELLED: label says, tag says, label on, tag reads, label reads, tag is, engraved, engraving, engrave, name on,
  personalis*, personaliz*, printed on
BROKEN: broken, broke, break, breaks, breaking, cracked, crack, cracks, smashed, shattered, snapped, snap, bent,
  dented, dent, dents, chipped, chip, chips, torn, tear, tore, ripped, rip, rips, hole, holes, stain, stained, stains,
  scratched, scratch, scratches, crushed, squashed, warped, damaged, damage, damages, damge*, defect*, faulty, fault,
  shards, pieces, in bits, fell off, fallen off, falling off, came off, comes off, coming off, came apart, come apart,
  fell apart, fall apart, falling apart, coming apart, unravel*, fray*, split, burst, creased, crease, water damage,
  wet, soaked, soggy, mould*, mold*, rust*, tarnish*, peel*, flak*, fade*, bleeding, dye, discolour*, discolor*,
  leak*, loose, wobbl*, dead, dud, kaput, busted, bust, snagged, frayed, missing stone, stone fell, lost a stone,
  fell out, fallen out, seam, stitching, clasp, zip, zipper, punctur*, mangled, jagged, turned my, turning green,
  wonky, crooked, bubbl*, pilling, pilled, smudge*, dirty, filthy, flapping, crackl*, silent, stuck, gave way,
  give way, gives way, sagg*, sags, sag, depression, lump*, squeak*, rattl*, grind*, smell*, fungus, burn mark, burnt,
  burned, burning, scorch*, patches, swollen, swell*, crinkl*, wrinkl*, shuts off, cuts out, cut off, cut out,
  keeps dying, buckl*, sheds, shedding, shrank, shrunk, shrink*, blew, blown, jam, jammed, jams, sticks, rubbed off,
  wore off, worn off, worn through, melt*, collaps*, bad quality, poor quality, imperfect*, uneven, blurr*, unusable,
  useless, trips the, one ear, one side, no sound, error code, drain*, dies, smash, spoilt, spoiled, ruined, wreck*,
  destroyed, mess, seal broken, opened, fracture*, shear*, gouge*, scuff*, mark on, marks on, scar, ding, dinged,
  defective, defect, ladder*, run in it, undone, loose thread, came undone, won t shut, gap, missing stitch*, hinge*,
  sole, strap, handle came, strap came, heel, pull*, bleed*, blister*, hiss*, leaked, drip*, seep*, flat, deflat*,
  inflat*, faul*, fluctuat*, corrod*, oxidis*, oxidiz*, turned green, turned black, green finger, allerg*, rash,
  sharp edge
NO_WORK: not working, doesn t work, doesnt work, does not work, don t work, dont work, do not work, isn t working,
  isnt working, stopped working, stop working, quit working, stops working, won t turn on, wont turn on,
  won t switch on, won t start, wont start, won t charge, wont charge, not charging, doesn t charge, won t power,
  won t connect, won t close, won t stay, won t hold, no longer works, no longer work, doesn t turn on,
  does not turn on, doesn t switch on, malfunction*, gave up, given up, packed in, packed up, conked out, gave out,
  died, overheat*, smoke, sparks, short circuit, buzzing, flicker*, quit on me, dead on arrival, doa, stopped,
  won t go on, out of the box, doesn t light, doesnt light, won t stop, wont stop, only works, only one works,
  half works, no power, no longer, will not, refuses, refuses to, nothing happens, goes off, keeps turning,
  keep turning, turns off, turns itself, cuts off, not turning on, not switching, not start, not on, can t switch,
  can t turn, can t get it to, doesn t do, fails, failed, failing, stop charging, stopped charging, not connect,
  doesn t connect, doesn t close, doesn t open, won t open, doesn t stay, lost power, not heating, doesn t heat,
  not cooling, doesn t spin, freez*, froze, frozen, glitch*, blank, screen, battery, beep*, a year on these,
  on first use, first use, first wash, first time, after one wash, after one use, after two washes, in the wash
OWN_FAULT: my fault, my own fault, my own doing, my doing, i dropped, i broke, i spilled, i spilt, i knocked,
  my own clumsi*, my clumsi*, sat on it, my dog, my cat, my son broke, my kid broke, entirely my, own stupidity,
  my mistake, my bad, no claim, not your fault, not blaming, no blame, i put it in the, my error, i misread,
  i mis read, i picked the wrong, i chose the wrong, i ordered the wrong, i messed up, i goofed, user error
LOST: lost, stolen, disappeared, vanished, went missing, gone missing, astray, lost in transit, mislaid,
  porch pirate*, swiped, nicked, evaporated, black hole
NO_COME: never arrived, never came, never received, never got, never turned up, never showed, not arrived,
  not received, not recieved, not come, not turned up, hasn t arrived, hasnt arrived, haven t received,
  havent received, hasn t come, hasnt come, has not arrived, have not received, didn t arrive, didnt arrive,
  did not arrive, didn t receive, didnt receive, did not receive, haven t got, havent got, didn t get, didnt get,
  did not get, no sign of, nowhere to be, not here, isn t here, isnt here, still waiting for my order,
  still waiting for my parcel, nothing here, nothing came, nothing has, nothing arrived, hasn t turned up,
  hasn t shown up, yet to arrive, yet to receive, didn t come, didnt come, did not come, hasn t been delivered,
  not been delivered, not delivered, wasn t delivered, undelivered, isn t there, wasn t there, not there,
  nothing there, no parcel, no package, no box, no delivery, not a parcel, never made it, nothing in, no show,
  not reach*, hasn t reached, never reached, hasn t made it, not reach, not yet reached, didn t reach, didnt reach,
  has nothing, had nothing, nothing yet, not seen it, never seen, no trace, can t find my order, cant find, not got,
  not get, did t get, not yet delivered, not yet delivery, not delivery, don t have it, dont have it, haven t got it,
  without my, no one came, nobody came, not a sign, not a sausage, ghost*, yet to see, still no, still nothing,
  still not here, still nothing here, still no parcel, still no package, still no delivery
MARKED: marked delivered, marked as delivered, says delivered, shows delivered, says it was delivered,
  shows as delivered, status delivered, says it s been delivered, says it has been delivered, claims it was delivered,
  says it s delivered, tracking says delivered, delivered according, signed for, signature, proof of delivery,
  supposedly delivered, left in a safe, left with, app says delivered, allegedly, says handed, delivered to
WHERE: where is, wheres, where s, where are, where has, where did, where the heck, where the hell, whereabouts,
  any news, any update, any idea where, what happened to, what s happening with, whats happening, status of
SHORT: missing, incomplete, only one, only two, only three, only four, only got, only received, only came, just two,
  just one of, one of the, one short, short of, part of, half of, partial order, half the, half my, rest of, the rest,
  the other, other half, wasn t in, wasnt in, not in the, isn t in, isnt in, were not in, weren t in, left out,
  not included, not enclosed, lacks, lacking, absent, no sign, without the, fewer, two out of, out of three,
  out of four, out of, second box, second parcel, empty, one is missing, minus, sealed, came with no, came w no,
  came without, with no, w no, there s no, theres no, there was no, there is no, there are no, there were no,
  is where, are where, on its own, never in the box, not all, other one, the others, my other, not with it,
  didn t include, didnt include, does not include, not in there, wasn t included, weren t included, wasn t with,
  short supplied, short delivered, shortage, balance, pending, misses, is absent, not packed, forgot to, you forgot,
  u forgot, forgotten, left off, separate, separately, second half, other part, the lid, no sign of the,
  nowhere at all, none of the
OVERDUE: overdue, was due, due on, due by, was supposed to, supposed to arrive, supposed to be here,
  should have arrived, should have come, should have been here, should of, was meant to, were supposed to,
  promised for, promised by, you promised, you said, u said, estimated delivery, delivery date was, delivery was,
  said it would, meant to be here, expected by, was expected, expected on, late, delayed, delay, guaranteed by,
  by friday, by monday, promised, should be here, is gone, has passed, passed, date passed, long past, past the,
  days over, by then, said delivery, today is, and today, it s now, its now, is over, nearly, was to reach, was to be,
  was to arrive, no longer needed in time, missed, days late, weeks late, running late, guaranteed, was guaranteed,
  meant to arrive, meant to come, scheduled for, was scheduled, schedule, too late, in time for
WAIT: waiting, waited, been waiting, wait, patient, patience, been weeks, been months, been days, weeks ago, days ago,
  months ago, month ago, week ago, weeks now, ages, forever, chasing, chased, chase
TRACKING: tracking, track, tracked, scan, scanned, in transit, hasn t moved, not moved, hasnt moved, stuck, stalled,
  no movement, no updates, depot, sorting, carrier, courier, driver, postman, mailman, postie, post office, ups,
  fedex, usps, dhl, hermes, evri, dpd, royal mail, customs
LOOKED: checked, neighbour*, neighbor*, mailbox, letterbox, porch, doorstep, front door, reception, doorman,
  concierge, shed, looked everywhere, searched, camera, doorbell, at home, was home, mail room, mailroom, household
PARCEL: parcel, package, packet, delivery, shipment, box, envelope
REFUND: refund*, reimburs*, money back, my money, the money, credit, credited, store credit, chargeback, voucher,
  compensation, reimburse*, repay*, paid back, pay me back, payback, funds, my cash, deposit, #money back, get back,
  goodwill, reversal, reverse, rebate, cashback, payout, allowance, credit note, gift card balance, available amount,
  available balance, account balance, return the money, refnd, refunds
OWED: owe, owed, owes, owing, outstanding, overdue refund, not credited, hasn t been credited, nothing on my card,
  nothing on my account, no refund, not refunded, haven t been refunded, havent been refunded, not been refunded,
  hasn t been refunded, still no refund, still no money, still waiting for my refund, still waiting on my refund,
  still waiting on the refund, still waiting for the refund, waiting for refund, waiting on refund,
  where is my refund, where s my refund, wheres my refund, where is my money, where s my money, wheres my money,
  refund status, status of my refund, nothing back, no money, nothing has come back, hasn t shown up on, hasn t hit,
  not hit, never hit, hasn t landed, not landed, partial refund, refunded only, only refunded, short changed,
  short by, the balance, the remaining, the difference, remainder, only part, has nothing, bank has nothing,
  zero refund, not reached my, hasn t come, has not come, hasn t appeared, hasn t posted, hasn t reached,
  not appeared, still hasn t, yet to be credited, yet to receive my refund, haven t seen it, haven t seen a,
  not a penny, not a cent, never come in my account, the other #money, should be #money, still owe, u owe, you owe,
  owe me, due to me, due back, chase, where s the rest, where is the rest, rest of my money, rest of the money,
  rest of the refund, dispute, only #money, got #money, received #money, #money short, short #money, kept the,
  still out of pocket, out of pocket, robbed, not refunded me, charged twice, double charged, overcharged,
  charged me twice, never refunded, never credited, never paid, nothing credited, no credit
APPROVED: approved, agreed, confirmed, promised, authorised, authorized, signed off, processed, issued, announced,
  accepted, said would be refunded, refund was, would be refunded, was issued, has been issued, ok d, okayed, okay d,
  offered, undertook, initiated, you wrote, you said the refund, you emailed, in your letter, in your email,
  said it was, completed, finalised, finalized, credited back on, granted
BANK: bank, card, paypal, statement, account, credit card, klarna, visa, mastercard, business days, working days,
  billing, debit
SENT_BACK: sent back, sent it back, sent them back, returned, return received, warehouse, arrived back, got it back,
  have it back, received my return, received the return, received it back, you have had it, shipped back, posted back,
  mailed back, mailed it back, drop off, dropped off, picked up, collected, you got it back, back with you, supplier,
  went back, gone back, sent off, return signed, return was, my return, the return, back to you, reach you,
  reached you, u signed, you signed, you had it, you have it, hauled off, took back, taken back, returned shoes,
  handed in, the item reach, got the return, have the return, has been returned, i ve returned
CANCEL: cancel*, cancle*, cansel*, cancellation, call off, stop my order, stop the order, stop this order, stop it,
  withdraw, revoke, scrap, scratch that order, kill the order, don t ship, dont ship, do not ship, don t send,
  dont send, do not send, undo, void, back out, pull the plug, forget my order, drop the order, remove my order,
  no longer want, no longer need, don t want it anymore, don t need it anymore, hold the order, get rid of,
  take me off, bin the, nix, stop that, stop that one, stop #order, stop awaiting, i don t want it, don t want it,
  dont want it, annul*, storno, take it off, don t make, don t print, don t engrave, cease, hold off, nvm the order,
  not need anymore, not need any more, can you stop, please stop, want out, rescind, cancelation, cncl, cxl, canc
CHANGE: change, swap, switch, amend, alter, edit, modify, update, correct, fix, make it, upgrade, adjust,
  in its place, in their place, in place of, make that, alter*, altered, may i have, redirect, reroute, combine,
  merge, ship together, one parcel, change it to, swap it, swap to, switch it, switch to, could it be, can it be,
  could you make, can you make, instead of the, change my order, change the, change order, replace with
CHANGE_MIND: changed my mind, change my mind, changed our mind, changed her mind, second thoughts, regret,
  not my style, don t like, dont like, do not like, doesn t suit, does not suit, not for me, isn t me, not keen,
  not a fan, not what i hoped, not in love, no longer interested, found it cheaper, found cheaper, not my colour,
  hate it on me, just don t love, unwanted
ADDRESS: address, zip, postcode, zip code, street, apartment, apt, flat, house number, old address, new address,
  moved, moving, shipping address, delivery address, typo
ADD_DROP: add, added, adding, one more, another one, take out, take off, remove, leave out, drop, include, quantity,
  instead of two, instead of one, second pair, two of each
DUPLICATE: twice, double, duplicate, two orders, two identical, clicked twice, same order, ordered two by,
  two by mistake, went through twice, accidentally ordered, by accident, accident, accidentally, by mistake, pressed
BEFORE_SHIP: before it ships, before you ship, before shipping, before it goes, before it s shipped, hasn t shipped,
  hasnt shipped, not shipped, not yet shipped, hasn t been shipped, unshipped, hasn t left, before you send,
  before you post, b4, last night, this morning, an hour ago, minutes ago, just ordered, just placed, just now,
  ordered today, just bought, yesterday, too late to, not too late, still time, if possible, in time, preorder*,
  pre order*, processing, still processing, unfulfilled, within 24, in the first 24, goes out, goes to print,
  made yet, last evening, packed, dispatched, despatched, not been despatched, nothing has yet been, hasn t begun,
  has not begun, not begun, in production, u ship, b4 u ship, before it leaves, awaiting fulfillment, not packed,
  before packing, before you pack, before it is, before the parcel, haven t been, haven t started, not started,
  not been sent, hasn t been sent, hasn t gone, not gone out, haven t ship, not ship, not dispatched, just got,
  i just ordered, i just placed, ordered yesterday, ordered last, ordered this, hour ago, minute ago, an hour,
  earlier today, today s order, order from today, comes next week, made up, still open, unopened order, not left
SHOP_CANCELLED: you cancelled, you canceled, was cancelled, was canceled, been cancelled, been canceled,
  got cancelled, got canceled, why was my order cancelled, cancelled by, cancelled my order, canceled my order,
  cancelled on me, canceled on me
SIZE: size, sizes, sizing, sized, measurement*, length, width, diameter, circumference, inseam, dimension*,
  size chart, size guide, sizing chart, chart
WHICH: which size, what size, which one, which do i, what do i order, which should, what should i, should i go,
  should i get, should i take, should i order, should i buy, do i take, do i need, do i pick, do i order, do i go,
  which ring size, what ring size, which length, what length, size up, size down, size recommend*, recommend, advise,
  suggest, choose, choosing, which, between, in between, what would you, or should i, go up, go down, go with,
  best size, right size, correct size, my size, would fit, will fit, will it fit, would it fit, does it fit, fit me,
  fit a, convert, conversion, equivalent, equal to, what is that in, compatible with, unsure of, not sure of my,
  sure which, m or l, s or m, xs or s, l or xl, xl or xxl, or l, or xl, or m, or s, what do i buy, what size is that,
  size is that, what us size, is what eu, ought it to be, or the large, or the medium, or the small, the next size,
  next size up, whats my size, what s my size, what would i be, am i a, id be, i d be, will it go over, go over,
  will it go, big enough, small enough, will these, will this fit, would this, how do i know, work out my
MEASURE: measure, measuring, measured, tape, paper strip, string, ruler, snug, true to size, run small, runs small,
  run large, runs large, run big, runs big, run tight, stretch, stretchy, tight, roomy
BODY: waist, hips, hip, chest, bust, wrist, finger, knuckle, foot, feet, neck, inner leg, head, tall, weigh, weight,
  height, kilo*, kg, lbs, pounds, i m 5, stone, shoulders, thigh*, ankle, band, cup, petite, pregnant, usually wear,
  normally wear, usually take, normally a, usually a
POOR_FIT: too big, too small, too large, too tight, too long, too short, too loose, doesn t fit, doesnt fit,
  does not fit, don t fit, dont fit, didn t fit, didnt fit, do not fit, not fit, swamps, drown*, a bit big,
  a bit small, doesn t go over, wrong size i picked, swims, is big for, big for me, small for me, doesn t suit,
  did not fit, not fitting, wrong size for, size too, won t go over, bit tight, bit loose, bit short, bit long,
  picked the wrong size, chose the wrong size, ordered the wrong size, gained weight, lost weight, size down instead
RETURN_WISH: return it, to return, return this, return them, a return, return label, send it back, send back,
  send them back, exchange, returning, how do i return, return policy, start a return, returns, give it back,
  swap it for, return address, return, want to return, wish to return, like to return, like to exchange,
  can i exchange, can i return, want to exchange, exchange it, store credit instead, trade for, return form,
  return page, return window, return period, return shipping, return postage, take it back, take them back,
  bring it back, how to return, arrange a return, start return, return for
SMALL_TALK: thank*, thx, love, lovely, great, amazing, perfect, happy with, excellent, compliment*, fantastic,
  beautiful, brilliant, wonderful, five stars, gorgeous, delighted, best, kudos, appreciate
PRESALE: do you have, do you sell, do you stock, do you ship, do you deliver, do you offer, do you make, do you do,
  is there, are there, in stock, out of stock, restock*, back in stock, available, availability, when will you,
  will you have, how much is, how much does, price, cost, shipping cost, ship to, deliver to, can i buy, can i order,
  gift wrap*, gift card, gift, discount*, coupon, promo*, code, sale, black friday, student, thinking of, considering,
  interested in, before i buy, before i order, before ordering, material, made of, dishwasher, washing, care,
  ingredient*, warranty, guarantee, which is best, which is the best, best for, difference between,
  what is the difference, whats the difference, looking for, i want to buy, want to buy, want to order,
  would like to buy, i am interested, recommend a, suggest me, price of, cost of, offer, offers, how does, how do,
  how to use, do u, can u do, is this, can this, does this, does it, does the, will it work, compatible, voltage,
  certificate, made in, made from, vegan, real leather, how many, cash on delivery, pincode, emi, store near, shop in,
  showroom, open on, opening hours, physical store, pick up in, collect in store, visit
WHEN: when will, when does, when can i expect, when should, when is, how long, eta, expected, estimated, expect,
  arrives on, due tomorrow, due next, on its way, on track, no rush, just checking, will it arrive, will it be here,
  in time for, arriving, should i expect, how soon, track my order, status of my order, order status, where can i see,
  out for delivery, arriving tomorrow, due friday, still on time, on schedule, will arrive, will come, come before,
  get here, get it by, reach by, by when, expected date, delivery slot, deliver on, leave it, leave the parcel,
  safe place, driver, appointment, time slot, reschedule, rearrange
FINE: all fine, works fine, no problem, nothing wrong, is fine, are fine, was fine, all good, in the end, after all,
  sorted, resolved, solved, no complaints, nothing broken, nothing is broken, no issue, no worries, found it,
  turned out, no need, arrived safely, has since arrived, it came, just to say, already arrived, already received,
  no harm, false alarm, ignore my, disregard, perfectly, all there, all good now, close this, close the ticket,
  works great, received the right, is here, its here, it s here, arrived today, has arrived, arrived fine, came today,
  came after all, no action, just fyi, fyi, nothing else, already sorted, thanks for sorting, on my card,
  got the refund, refund arrived, received the refund, refund received, money arrived, it s on my card, looks perfect,
  go ahead, happy to, case closed, ignore my last, ignore the, please ignore, solved itself, turned up,
  was delivered today, delivered today
ADMIN: invoice, receipt, vat, tax, newsletter, unsubscribe, subscription, membership, password, log in, login,
  account, delete my, gdpr, loyalty, points, mailing list, app, website, checkout, payment, declined, pay with,
  my account, account email, email address, phone number, change my email, password reset, reset, gst,
  billing address, receipt for, copy of, resend invoice, invoice for, statement of, unsubscribe me, stop emailing,
  stop sending, marketing, spam me, take me off your, remove me, sms, notifications, cookie*, privacy, my data,
  data protection, review, rating, rate
OUTSIDE: collab*, influencer, blogger, journalist, press, article, interview, wholesale, reseller, stockist,
  supplier price, seo, ranking, job, vacanc*, hiring, career, internship, resume, cv, apply, application, partnership,
  sponsor*, charity, raffle, donat*, media kit, followers, instagram, tiktok, youtube, school project, survey, prize,
  winner, bitcoin, crypto, verify your, suspicious, phishing, scam, link, click, backlinks, investment, agency, b2b,
  bulk
AUTO: out of office, auto reply, autoreply, automatic reply, automated, do not reply, undeliverable, delivery status,
  mailer daemon, delivery failed, failure notice, on leave, on vacation, annual leave, on holiday, away from,
  out of the office, maternity leave, back in the office, postmaster, mailbox is full
ALSO: also, and also, second thing, two things, two problems, two issues, on top of that, as well, another thing,
  while you re at it, while you are at it, while we re, furthermore, additionally, separately, secondly, first,
  besides, plus, both, one more thing, oh and, another matter, at the same time, by the way, other question,
  second question, unrelated
REPLACE: replacement, replace, new one, send me the, send the right, correct one, right one, resend, re send,
  another one, reship
MONEY: #money
DATE: #date, #day, january, february, march, april, june, july, august, september, october, november, december, jan,
  feb, mar, apr, aug, sept, sep, oct, nov, dec, monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon,
  tues, tue, weds, wed, thurs, thu, fri, easter, christmas, thanksgiving, the #n, birthday, wedding, anniversary
DURATION: #n days, #n weeks, #n months, #n working days, #n business days, two weeks, three weeks, four weeks,
  five weeks, six weeks, seven weeks, eight weeks, two months, three months, a month, a week, a fortnight, fortnight,
  day #n, ten days, ten working days, weeks, months, #n hours, 48 hours, how long more
COUNT: #n of #n, #n of the #n, #n out of #n, #n nos, one of two, one of three, one of four, two of three, two of the,
  three of the, of the three, of the two, of the four, only #n, got #n, received #n, count #n, counted, i count,
  #n pack, #n pcs, #n pieces, paid for #n, paid for two, paid for both, both, all three, #n instead of #n
LETTER_SIZE: xs, xl, xxl, xxxl, xlt, size m, size l, size s, medium, large, small, m or l, s or m, xs or s, l or xl,
  an m, an l, an s, a m, a l, a s, in m, in l, in s, uk #n, us #n, eu #n, size #n
SAYS: says, shows, states, reads, it says, stated, listing, listed, description, advertised, pictured, photo shows,
  screenshot
HEALTH: gain weight, weight gain, weight loss, lose weight, loss, gain, diet, muscle, protein, back pain, pain,
  doctor, pregnant safe, side effect*, helpful, beneficial
"""
