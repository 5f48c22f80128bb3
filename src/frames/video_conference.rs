//! Video conferences: people conferring over video.

use super::meeting;
use super::{Frame, Need};
use crate::event::EventKind;

/// Its arguments stand where those of a meeting stand.
pub(super) static FRAME: Frame = Frame {
    kind: EventKind::VideoConference,
    nouns: &[
        (Need::Told, "call|session|discussion|conversation|conference"),
        (
            Need::Nothing,
            "video conference|videoconference|video-conference|video conferencing|videoconferencing|video teleconference|video-teleconference|video call|video-call|videocall|video link|video-link|videolink|video meeting|video summit|video chat|video talks|video session|video conversation|video consultation|video discussion|teleconference|tele-conference|virtual meeting|virtual summit|virtual session|virtual talks|virtual conference|virtual gathering|virtual call|virtual briefing|virtual discussion|virtual round|virtual dialogue|online meeting|online summit|online conference|online talks|online session|online discussion|zoom call|zoom meeting|zoom talks|zoom session|zoom conference|skype call|webinar|online consultation|remote meeting|vtc|video linkup|video hookup|video hook-up|virtual meet|virtual encounter|virtual exchange|e-summit|remote session|remote talks|remote summit|remote conference|online call|online gathering|web conference|skype meeting|skype talks|zoom summit|zoom discussion",
        ),
    ],
    verbs: &[(Need::Conferring, "videoconference|teleconference"), (Need::OverVideo, "speak|talk|discuss")],
    noun_slots: meeting::FRAME.noun_slots,
    verb_slots: meeting::FRAME.verb_slots,
    not_with: &["news", "press", "earnings", "investor", "analyst", "analysts", "court", "hearing"],
    not_of: &[],
};
