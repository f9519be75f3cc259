//! Every message the card can say, and every one of the parts that load when they
//! are asked for.

/// Names a message of one set: its place in the packed locale.
pub trait Message: Copy {
    /// Counted from zero.
    fn index(self) -> usize;
}

macro_rules! keys {
    ($(#[$about:meta])* $set:ident $names:ident: $($key:ident $name:literal)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
        #[allow(missing_docs, reason = "the English text in en.json says it")]
        pub enum $set {
            $($key),*
        }

        impl Message for $set {
            fn index(self) -> usize {
                self as usize
            }
        }

        /// The messages as the locale files call them, in the order of the enum.
        #[cfg(not(target_arch = "wasm32"))]
        pub const $names: &[&str] = &[$($name),*];
    };
}

keys! {
    /// A message of the card. What it says stands in the locale's file.
    Key NAMES:
    AddressedTo "addressed_to"
    Signatures "signatures"
    BeFirst "be_first"
    Missing "missing"
    GoalReached "goal_reached"
    Progress "progress"
    DaysLeft "days_left"
    LastDay "last_day"
    Closed "closed"
    SignHeading "sign_heading"
    Sign "sign"
    SignThere "sign_there"
    Sending "sending"
    Optional "optional"
    FieldName "field_name"
    FieldFirstName "field_first_name"
    FieldLastName "field_last_name"
    FieldEmail "field_email"
    FieldPhone "field_phone"
    FieldPostcode "field_postcode"
    FieldCountry "field_country"
    FieldLocality "field_locality"
    FieldComment "field_comment"
    FieldRegion "field_region"
    FieldStreet "field_street"
    FieldBirthDate "field_birth_date"
    FieldOrganisation "field_organisation"
    FieldShowName "field_show_name"
    ShowNone "show_none"
    ShowFull "show_full"
    ShowInitial "show_initial"
    Choose "choose"
    ConsentQuestion "consent_question"
    ConsentYes "consent_yes"
    ConsentNo "consent_no"
    Privacy "privacy"
    KeptHere "kept_here"
    Thanks "thanks"
    SignedBefore "signed_before"
    Queued "queued"
    ShareHeading "share_heading"
    ShareAfter "share_after"
    ShareWhy "share_why"
    NewTab "new_tab"
    ChannelDevice "channel_device"
    ChannelEmail "channel_email"
    ChannelSms "channel_sms"
    ChannelCopy "channel_copy"
    ChannelText "channel_text"
    ChannelQr "channel_qr"
    ChannelPrint "channel_print"
    EditMessage "edit_message"
    MoreChannels "more_channels"
    NotLoaded "not_loaded"
    PasteThere "paste_there"
    Copied "copied"
    CopyByHand "copy_by_hand"
}

keys! {
    /// A message of signing: what loads when the form is used. It stands under `sign`
    /// in the locale's file.
    Sign SIGN_NAMES:
    EnterName "enter_name"
    EnterFirstName "enter_first_name"
    EnterLastName "enter_last_name"
    EnterEmail "enter_email"
    EnterField "enter_field"
    BadEmail "bad_email"
    BadPhone "bad_phone"
    TooLong "too_long"
    ConsentNeeded "consent_needed"
    CorrectFields "correct_fields"
    ThanksName "thanks_name"
    AlreadySigned "already_signed"
    NotConfirmed "not_confirmed"
    NotStored "not_stored"
    Refused "refused"
    ChooseOne "choose_one"
    TickNeeded "tick_needed"
    BadName "bad_name"
    BadPostcode "bad_postcode"
    BadDate "bad_date"
    CharactersLeft "characters_left"
    DidYouMean "did_you_mean"
    OnceMore "once_more"
    RefusedBecause "refused_because"
    Number "number"
    ConfirmEmail "confirm_email"
    MailNext "mail_next"
    MailAgain "mail_again"
    NextHeading "next_heading"
    Withdraw "withdraw"
    Withdrawn "withdrawn"
    WithdrawnLate "withdrawn_late"
    WithdrawnHere "withdrawn_here"
    WithdrawElsewhere "withdraw_elsewhere"
    WithdrawLink "withdraw_link"
    StallNext "stall_next"
    StallHeld "stall_held"
    StallWaiting "stall_waiting"
    StallNone "stall_none"
    StallSave "stall_save"
    SupportersHeading "supporters_heading"
    SupporterUnnamed "supporter_unnamed"
}

keys! {
    /// A message of the dialogs, the poster and the events, which stands under
    /// `more` in the locale's file.
    More MORE_NAMES:
    Close "close"
    EventsHeading "events_heading"
    AddToCalendar "add_to_calendar"
    CalendarFile "calendar_file"
    EventNewTab "event_new_tab"
    EventFacebook "event_facebook"
    Invite "invite"
    InvitationCopied "invitation_copied"
    QrHeading "qr_heading"
    QrLabel "qr_label"
    QrTooLong "qr_too_long"
    QrSave "qr_save"
    PosterA4 "poster_a4"
    PosterLetter "poster_letter"
    PosterTo "poster_to"
    PosterSign "poster_sign"
    PosterScan "poster_scan"
    Play "play"
    PlayFrom "play_from"
    PickerHeading "picker_heading"
    Search "search"
    NothingFound "nothing_found"
    Recent "recent"
    CategoryDevice "category_device"
    CategorySocial "category_social"
    CategoryMessenger "category_messenger"
    CategoryMail "category_mail"
    CategoryFederated "category_federated"
    CategoryBlog "category_blog"
    CategoryProfessional "category_professional"
    CategoryBookmark "category_bookmark"
    CategoryOther "category_other"
    ComposerHeading "composer_heading"
    ComposerLabel "composer_label"
    ComposerHint "composer_hint"
    Suggestions "suggestions"
    Suggestion "suggestion"
    WhatGoesWhere "what_goes_where"
    LengthOf "length_of"
    Shortened "shortened"
    SmsParts "sms_parts"
    Remember "remember"
    Reset "reset"
    Done "done"
    ServerHeading "server_heading"
    ServerLabel "server_label"
    ServerHint "server_hint"
    ServerWrong "server_wrong"
    ServerGo "server_go"
}
