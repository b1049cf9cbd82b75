package uk.nhs.access.password;

/** A password that the policy accepted, ready to take the place of the present one. */
public record NewPassword(String hash) {

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
