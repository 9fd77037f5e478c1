namespace Azukari.Domain.Tests.Rules;

/// <summary>R16: the complete, unaltered ciphertext is in the destination's reader.</summary>
public sealed class R16_Arrival
{
    [Fact]
    public void What_was_not_sealed_does_not_arrive()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Arrival(), (R16, NotSealed));
    }

    [Fact]
    public void What_nobody_took_over_does_not_arrive()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Arrival(), (R14, NobodyReceives));
    }

    [Fact]
    public void One_changed_byte_is_another_payload()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Arrival(change: measured => measured with { Payload = Hash("other") }), (R16, PayloadDiffers));
    }

    [Fact]
    public void Only_a_question_of_the_sealing_station_is_answered()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Arrival(16), (R16, ChallengeUnknown));
    }

    [Fact]
    public void A_wrong_answer_proves_nothing()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Arrival(change: measured => measured with { AnswerDigest = Hash("guess") }), (R16, AnswerWrong));
    }

    [Fact]
    public void A_question_is_asked_once_ever_and_not_only_once_in_a_row()
    {
        var town = Until(Phase.Arrived);
        town.Refuses(town.Arrival(0), (R16, ChallengeUsed));

        town.Accepts(town.Arrival(1));
        town.Refuses(town.Arrival(0), (R16, ChallengeUsed));
    }

    [Fact]
    public void Arrival_keeps_the_hour_to_the_millisecond()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.At(Window.OpenBy.AddMilliseconds(1)).Arrival(), (R10, TooLate));
        town.Accepts(town.At(Window.OpenBy).Arrival());
    }

    [Fact]
    public void A_new_arrival_proof_asks_for_new_confirmations()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Confirmed(Officer, Role.SecurityOfficer));
        town.Do(town.Arrival(1));

        Assert.Empty(town.Case.Confirmed);
    }

    [Fact]
    public void After_loading_nothing_arrives_any_more()
    {
        var town = Until(Phase.Loaded);

        town.Refuses(town.Arrival(1), (R17, HasEnded));
    }
}
