/**
 * The diary of each panel and the papers that go with a date: the agenda, who is invited, who sent apologies, who signed the declaration.
 *
 * <p>Three audiences, three tables: date, place and order of business are every seat's; the agenda with names is a paper for those with
 * standing, from publication on; the declaration opens the room.
 *
 * <p>A case that came after the cut-off is heard by the leave of a chair, which stands with the item ({@code access.leave_of}); items for which the same guest comes can be brought together.
 *
 * <p>Dates are set one by one, or as a series: worked out as the panel meets, looked over, and then all planned or none.
 *
 * <p>May use: {@code time}, {@code identity}, {@code access}, {@code audit}, {@code page}, {@code notify}, {@code panels}, {@code cases},
 * {@code actions}. Its own: tables {@code hub.meeting}, {@code hub.agenda_item}, {@code hub.agenda_change}, {@code hub.attendance},
 * {@code hub.declaration}, with their policies in {@code R__50_meetings.sql}; {@code hub.guest}, in {@code R__25_named.sql}; {@code hub.calendar_feed}, with the door
 * {@code access.calendar}, behind which its owner's calendar program reads the diary.
 */
package org.panelhub.meetings;
