package uk.nhs.access.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;

/**
 * The people in a directory.
 *
 * @param person what makes an entry one of a person who signs in
 * @param read the attributes that are read of them
 */
record LdapPeople(String baseDn, String addressAttribute, Filter person, List<String> read) {

    private static final int PAGE = 500;
    private static final int ONE_AND_ANOTHER = 2;

    /** Those who have the address: all of them, if they are no more than one, and two of them otherwise. */
    List<SearchResultEntry> having(LDAPConnection connection, EmailAddress address) throws LDAPException {
        Filter wanted = Filter.createANDFilter(person, Filter.createEqualityFilter(addressAttribute, address.value()));
        SearchRequest request = request(wanted);
        request.setSizeLimit(ONE_AND_ANOTHER);
        try {
            return connection.search(request).getSearchEntries();
        } catch (LDAPSearchException more) {
            if (!ResultCode.SIZE_LIMIT_EXCEEDED.equals(more.getResultCode())) {
                throw more;
            }
            return more.getSearchEntries();
        }
    }

    /** All people who have an address and are as {@code changed} says, a page at a time: directories give no more at once. */
    List<SearchResultEntry> all(LDAPConnection connection, Optional<Filter> changed) throws LDAPException {
        List<Filter> parts = Stream.concat(
                        Stream.of(person, Filter.createPresenceFilter(addressAttribute)), changed.stream())
                .toList();
        SearchRequest request = request(Filter.createANDFilter(parts));
        List<SearchResultEntry> all = new ArrayList<>();
        ASN1OctetString next = null;
        do {
            request.setControls(new SimplePagedResultsControl(PAGE, next));
            SearchResult page = connection.search(request);
            all.addAll(page.getSearchEntries());
            next = next(page);
        } while (next != null);
        return all;
    }

    /** Their address, unless it is none that an account could have. */
    Optional<EmailAddress> address(SearchResultEntry entry) {
        return Optional.ofNullable(entry.getAttributeValue(addressAttribute))
                .map(String::strip)
                .filter(written -> written.matches(EmailAddress.WRITTEN))
                .map(EmailAddress::new);
    }

    private SearchRequest request(Filter filter) {
        String[] attributes =
                Stream.concat(Stream.of(addressAttribute), read.stream()).toArray(String[]::new);
        SearchRequest request = new SearchRequest(baseDn, SearchScope.SUB, filter, attributes);
        request.setDerefPolicy(DereferencePolicy.NEVER);
        return request;
    }

    private static @Nullable ASN1OctetString next(SearchResult page) throws LDAPException {
        SimplePagedResultsControl more = SimplePagedResultsControl.get(page);
        return more == null || !more.moreResultsToReturn() ? null : more.getCookie();
    }
}
